using Grokking.Figures.LinearEstimators;
using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.Tests.LinearEstimators;

/// <summary>Nothing in a panel hides another thing or needs colour to be told from it, and the legend explains all.</summary>
public class LearningPanelsTests
{
    private static readonly PlotColor[] Colors = [FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet];

    private static readonly LearningComparison[] Settings = SampleComparisons.Of(3);

    private static readonly PlotModel Losses = LearningPanels.Losses(Settings, Colors, (1, 1000), (0.001, 1));

    private static readonly PlotModel Accuracies = LearningPanels.Accuracies(Settings, Colors, (1, 1000));

    public static TheoryData<string> Panels => ["losses", "accuracies"];

    private static PlotModel Panel(string name) => name == "losses" ? Losses : Accuracies;

    private static T[] Series<T>(string panel)
        where T : PlotSeries => [.. Panel(panel).Series.OfType<T>()];

    [Theory]
    [MemberData(nameof(Panels))]
    public void FourKindsOfLineAreToldApartWithoutColour(string panel)
    {
        // Three settings with four lines each: measured and predicted, training and generalisation.
        var looks = Series<LineSeries>(panel).Select(Look).ToArray();
        Assert.Equal(12, looks.Length);
        Assert.All(looks.CountBy(look => look), kind => Assert.Equal(3, kind.Value));
        Assert.Equal(4, looks.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void TheoryIsThinBlackAndAboveTheMeasurements(string panel)
    {
        var lines = Series<LineSeries>(panel);
        Assert.All(lines[..6], line => Assert.Equal(FigureStyle.MeasuredThickness, line.StrokeThickness));
        Assert.All(lines[..6], line => Assert.Contains(line.Color, Colors));
        Assert.All(lines[6..], line => Assert.True(line.StrokeThickness < FigureStyle.MeasuredThickness));
        Assert.All(lines[6..], line => Assert.Equal(FigureStyle.Black, line.Color));
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void MarksInOnePlaceAreNestedAndRingsLieBelowThem(string panel)
    {
        var marks = Series<ScatterSeries>(panel).Where(mark => mark.Points.Count > 0).ToArray();
        var rings = marks.TakeWhile(mark => !mark.MarkerFilled).ToArray();
        var filled = marks[rings.Length..];
        Assert.All(filled, mark => Assert.True(mark.MarkerFilled));
        // The last setting never generalises.
        Assert.Equal(5, rings.Length);
        Assert.Equal(5, filled.Length);
        // How large nesting draws them is told by MarkTests.
        Assert.All(marks, mark => Assert.True(mark.IsNested));
        Assert.Single(filled.Select(mark => mark.MarkerSize).Distinct());
        Assert.Single(rings.Select(mark => mark.MarkerSize).Distinct());
        Assert.All(rings, ring => Assert.Equal(FigureStyle.Black, ring.Color));
        Assert.Equal(3, rings.Select(ring => ring.OpenFill).Distinct().Count());
    }

    [Fact]
    public void EveryLookInAPanelIsExplainedByOneEntryOfTheLegend()
    {
        var entries = LearningLegend.Entries(Settings, ["a", "b", "c"], Colors);
        foreach (var panel in Panels)
        {
            Assert.All(
                Series<LineSeries>(panel),
                line => Assert.Single(entries.OfType<LineSeries>(), entry => Look(entry) == Look(line))
            );
            Assert.All(
                Series<ScatterSeries>(panel),
                mark =>
                    Assert.Single(
                        entries.OfType<ScatterSeries>(),
                        entry =>
                            (entry.MarkerType, entry.MarkerFilled) == (mark.MarkerType, mark.MarkerFilled)
                    )
            );
            Assert.All(
                Series<AreaSeries>(panel),
                band =>
                    Assert.Single(
                        entries.OfType<AreaSeries>(),
                        entry => entry.Fill.Opacity == band.Fill.Opacity
                    )
            );
        }
        Assert.Distinct(entries.Select(entry => entry.Title));
    }

    [Fact]
    public void TheLegendIsAGridOfWholeRows()
    {
        var entries = LearningLegend.Entries(Settings, ["a", "b", "c"], Colors);
        Assert.Equal(0, entries.Count % LearningLegend.Layout.Columns);
        Assert.Contains("7 replicas", entries[3].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void ACaptionSpeaksOfTheNumbersOfItsResult()
    {
        var curves = SampleComparisons.Of(2, replicas: 3, epsilon: 1e-5);
        string caption = LearningLegend.Explanation(curves, "some theory");
        Assert.Contains("all 3 cover", caption, StringComparison.Ordinal);
        Assert.Contains("90 %", caption, StringComparison.Ordinal);
        Assert.Contains("some theory", caption, StringComparison.Ordinal);
        Assert.Equal("10^(−5)", LearningLegend.Epsilon(curves));
    }

    private static (LineStyle, double) Look(LineSeries line) => (line.LineStyle, line.StrokeThickness);
}
