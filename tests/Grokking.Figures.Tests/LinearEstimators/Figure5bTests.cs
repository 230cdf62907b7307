using Grokking.Curves;
using Grokking.Figures.LinearEstimators;
using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Rendering;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.Tests.LinearEstimators;

/// <summary>A gain of which there is no mean Δt is seen, and explained, instead of being left out.</summary>
public class Figure5bTests
{
    private static readonly IFigure Figure = new Figure5b();

    [Fact]
    public void AGainThatNotEveryReplicaReachesStandsAtTheUpperEdge()
    {
        var series = Delays(Result(5, null)).Series;
        var open = Assert.Single(series.OfType<ScatterSeries>(), one => one.Title is not null);
        Assert.False(open.MarkerFilled);
        Assert.Equal(20, Assert.Single(open.Points).X);
        var box = Scenes(Result(5, null))[1].Content.Box;
        var mark = Assert.Single(
            Scenes(Result(5, null))[1].Content.Data.OfType<MarkerShape>(),
            shape => shape.Type == MarkerType.Triangle
        );
        Assert.Equal(box.Top, mark.Center.Y, 1e-9);
        Assert.Contains("1 of 2 at $g = 20$", Figure.Caption(Result(5, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsSaidOfItWhereEveryReplicaDoes()
    {
        Assert.DoesNotContain(
            Delays(Result(5, 7)).Series.OfType<ScatterSeries>(),
            one => !one.MarkerFilled || one.Title is not null
        );
        Assert.DoesNotContain("triangle", Figure.Caption(Result(5, 7)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TheLinearNetworkHasNoPlaceForAMark()
    {
        var result = Result(5, 7) with { Gains = [Gain(0, 2, null), Gain(1, 2, 3), Gain(20, 5, 7)] };
        Assert.DoesNotContain(Delays(result).Series.OfType<ScatterSeries>(), one => one.Title is not null);
        Assert.DoesNotContain("triangle", Figure.Caption(result), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void PanelsAreTaggedAsTheCaptionCallsThem()
    {
        Assert.Equal(
            ["(a)", "(b)"],
            Scenes(Result(5, 7))
                .Select(scene =>
                    scene
                        .Furniture.OfType<TextShape>()
                        .Single(text => text.Text.PlainText[0] == '(')
                        .Text.PlainText
                )
        );
        Assert.Contains("(a) The largest", Figure.Caption(Result(5, 7)), StringComparison.Ordinal);
        Assert.Contains("(b) The grokking", Figure.Caption(Result(5, 7)), StringComparison.Ordinal);
    }

    private static PlotModel Delays(GainResult result) => Figure.Draw(result).Panels[1];

    private static IReadOnlyList<PanelScene> Scenes(GainResult result) =>
        new FigureLayout(Figure.Draw(result)).Scenes;

    /// <summary>Gains 0, 1 and 20 with two replicas, the last values being those of the second one for 20.</summary>
    private static GainResult Result(double first, double? second) =>
        new()
        {
            InputDimension = 30,
            HiddenWidth = 20,
            OutputDimension = 5,
            SampleRatio = 0.9,
            Epsilon = 1e-4,
            Gains = [Gain(0, 2, 3), Gain(1, 2, 3), Gain(20, first, second)],
            Theory = 2e3,
        };

    private static GainComparison Gain(double gain, params double?[] delays)
    {
        double?[] epochs = [.. delays.Select(delay => 1e3 * delay)];
        var deviation = SampleSummary.Of([0.1, 0.2]);
        return new(gain, deviation, deviation, epochs, SampleSummary.OfAll(epochs));
    }
}
