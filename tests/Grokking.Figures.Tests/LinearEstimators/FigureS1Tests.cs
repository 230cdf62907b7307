using Grokking.Curves;
using Grokking.Figures.LinearEstimators;
using Grokking.Figures.Plotting.Rendering;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.Tests.LinearEstimators;

/// <summary>The standard deviation of what noise adds is not hidden by its own mark.</summary>
public class FigureS1Tests
{
    [Fact]
    public void AnErrorBarOfASeventhReachesBeyondItsMark()
    {
        var data = new FigureLayout(new FigureS1().Draw(Result())).Scenes[2].Content.Data.ToArray();
        var mark = data.OfType<MarkerShape>().First();
        var ends = data.OfType<StrokeShape>()
            .Where(bar => bar.Color == mark.Color && bar.Points[0] == mark.Center)
            .Select(bar => Math.Abs(bar.Points[1].Y - mark.Center.Y))
            .ToArray();
        Assert.Equal(2, ends.Length);
        Assert.All(ends, end => Assert.True(end > 1.3 * mark.Size, $"{end} beside {mark.Size}"));
    }

    private static LabelNoiseResult Result() =>
        new()
        {
            SampleRatio = 0.9,
            TrainingSamples = 1111,
            Settings = [.. SampleComparisons.Of(3).Select((curves, i) => new NoisySetting(0.1 * i, curves))],
            Excesses = [new(0.1, SampleSummary.Of([9.0 - 9.0 / 7, 9, 9.0 + 9.0 / 7]), 9)],
            SampleRatios = [0.1, 0.5, 0.9],
            FinalExcesses = [0.11, 1, 9],
        };
}
