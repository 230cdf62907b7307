using Grokking.Curves;
using Grokking.Figures.LinearEstimators;
using Grokking.Figures.Plotting.Rendering;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.Tests.LinearEstimators;

/// <summary>What is measured where Δt is longest, and for one output, can be read.</summary>
public class Figure2Tests
{
    private static readonly IReadOnlyList<PanelScene> Scenes = new FigureLayout(
        new Figure2().Draw(Result())
    ).Scenes;

    [Fact]
    public void TheLongestDelayIsARingBelowTheMeasuredOne()
    {
        var marks = Scenes[2].Content.Data.OfType<MarkerShape>().ToArray();
        var ring = marks.TakeWhile(mark => mark.Fill == FigureStyle.White).Last();
        var measured = marks.First(mark =>
            mark.Fill != FigureStyle.White && Math.Abs(mark.Center.X - ring.Center.X) < 1e-9
        );
        Assert.True(Array.IndexOf(marks, measured) > Array.IndexOf(marks, ring));
        Assert.Equal(FigureStyle.RingStep, ring.Size - measured.Size, 1e-12);
    }

    [Fact]
    public void AnErrorBarForOneOutputKeepsOffTheAxis()
    {
        foreach (var scene in Scenes.Skip(2))
        {
            var first = scene.Content.Data.OfType<MarkerShape>().MinBy(mark => mark.Center.X)!;
            Assert.True(first.Center.X - scene.Content.Box.Left > first.Size);
        }
    }

    private static OutputDimensionResult Result()
    {
        LearningComparison curves = SampleComparisons.Of(1)[0];
        double[] outputs = [1, 10, 100];
        DelayCurve delays = new("lambda", 0.9, outputs, [2e4, 7e4, 5e4]);
        GrokkingTimeComparison[] measured = [Times(1, 2.1e4), Times(10, 7.1e4), Times(100, 5.1e4)];
        return new()
        {
            Settings =
            [
                new()
                {
                    SampleRatio = 0.9,
                    TrainingSamples = 1111,
                    TestSamples = 1,
                    OutputDimension = 1,
                    WeightDecay = 0,
                    Curves = curves,
                    TrainingDeviation = default!,
                    GeneralizationDeviation = default!,
                    Times = measured[0],
                },
            ],
            Delays = [delays],
            Longest = [new(0.9, 10, 7e4)],
            MeasuredTimes = measured,
            Unequal = delays,
            UnequalOverEq13 = [1, 1, 1],
            MeasuredOverEq13 =
            [
                .. measured.Select(one => new DelayOverEq13(
                    one.OutputDimension,
                    SampleSummary.Of([1.0, 1.1])
                )),
            ],
        };
    }

    private static GrokkingTimeComparison Times(int outputs, double delay)
    {
        TimeComparison time = new([delay], SampleSummary.Of([delay]), delay, null, null);
        return new(0.9, 1111, outputs, 0, 1e-3, time, time, time, null);
    }
}
