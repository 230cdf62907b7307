using Grokking.Curves;
using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Tests;

/// <summary>What `check` draws where a number has changed.</summary>
public class OverlayFigureTests
{
    private static DataTable Table(params double?[] values) =>
        new("losses", [DataColumn.Of("epoch_of", [1.0, 10, 100]), new DataColumn("loss", values)]);

    private static LineSeries[] Lines(FigureDrawing drawing) =>
        [.. Assert.Single(drawing.Panels).Series.Cast<LineSeries>()];

    [Fact]
    public void TheOldLineIsWiderAndLiesBelowTheNewOne()
    {
        var lines = Lines(OverlayFigure.Draw(Table(1, 2, 3), Table(1, 2, 4), "loss"));
        Assert.Equal(["was", "is"], lines.Select(line => line.Title));
        Assert.Equal([new(1, 1), new(10, 2), new(100, 3)], lines[0].Points);
        Assert.Equal([new(1, 1), new(10, 2), new(100, 4)], lines[1].Points);
        Assert.True(lines[0].StrokeThickness > lines[1].StrokeThickness);
        Assert.NotEqual(lines[0].Color, lines[1].Color);
    }

    [Fact]
    public void AMissingValueInterruptsItsLineAlone()
    {
        var lines = Lines(OverlayFigure.Draw(Table(1, null, 3), Table(1, 2, 3), "loss"));
        Assert.Equal(
            [false, true, false],
            lines[0].Points.Select(point => point.Equals(DataPoint.Undefined))
        );
        Assert.DoesNotContain(DataPoint.Undefined, lines[1].Points);
    }

    [Theory]
    [InlineData(3.0, true)]
    [InlineData(0.0, false)]
    [InlineData(-3.0, false)]
    public void ScalesAreLogarithmicWhereAllValuesArePositive(double last, bool logarithmic)
    {
        var panel = Assert.Single(OverlayFigure.Draw(Table(1, 2, 3), Table(1, 2, last), "loss").Panels);
        Assert.IsType<LogarithmicAxis>(panel.Axes.Single(axis => axis.Position == AxisPosition.Bottom));
        Assert.Equal(
            logarithmic,
            panel.Axes.Single(axis => axis.Position == AxisPosition.Left) is LogarithmicAxis
        );
    }

    [Fact]
    public void NamesAreTakenLiterally()
    {
        // An underscore in the markup of labels begins a subscript.
        var drawing = OverlayFigure.Draw(Table(1, 2, 3), Table(1, 2, 4), "loss");
        Assert.Contains("epoch_of", SvgExporter.Export(drawing), StringComparison.Ordinal);
    }
}
