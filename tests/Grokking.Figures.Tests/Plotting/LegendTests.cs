using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Rendering;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Tests.Plotting;

public class LegendTests
{
    public static TheoryData<string> Layouts => ["falling", "rising", "flat", "waves", "band", "contours"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void ALegendNeverCoversDataAndStaysInTheFigure(string layout)
    {
        var drawing = SampleFigures.Of(Model(layout));
        var figure = new FigureLayout(drawing);
        var scene = figure.Scenes.Single();
        var legend = Assert.NotNull(scene.LegendBox);
        Assert.True(new Box(0, 0, figure.Width, figure.Height).Contains(legend));
        // Data end at the frame, whatever is drawn beyond it is cut off.
        if (legend.Intersects(scene.Content.Box))
            Assert.All(scene.Content.Data, shape => Assert.False(shape.Hits(legend)));
    }

    [Theory]
    [InlineData("falling", true)]
    [InlineData("rising", true)]
    [InlineData("waves", false)]
    [InlineData("contours", false)]
    public void ALegendStandsInsideIfThereIsRoom(string layout, bool inside)
    {
        var scene = new FigureLayout(SampleFigures.Of(Model(layout))).Scenes.Single();
        Assert.Equal(inside, scene.Content.Box.Contains(scene.LegendBox!.Value));
    }

    [Fact]
    public void HitsAgreeWithSamples()
    {
        var line = new StrokeShape([new(0, 0), new(10, 10), new(20, 0)], FigureStyle.Black, 2);
        Assert.True(line.Hits(new(9, 8, 11, 9.5)));
        Assert.True(line.Hits(new(4, 5.5, 4.6, 7)));
        Assert.False(line.Hits(new(8, 0, 12, 5)));
        var ring = new FillShape(
            [new Box(0, 0, 10, 10).Corners, new Box(3, 3, 7, 7).Corners],
            FigureStyle.Black
        );
        Assert.True(ring.Hits(new(1, 1, 2, 2)));
        Assert.False(ring.Hits(new(4, 4, 6, 6)));
        Assert.True(ring.Hits(new(-5, -5, 20, 20)));
    }

    [Fact]
    public void SeriesWithoutATitleHaveNoEntryAndSeriesWithoutPointsHaveOne()
    {
        PlotSeries[] series =
        [
            new LineSeries(),
            new LineSeries { Title = "a" },
            new ScatterSeries { Title = "b" },
        ];
        var one = LegendBlock.Within(0, series[..2], new Legend())!;
        var two = LegendBlock.Within(0, series, new Legend())!;
        Assert.Equal(2 * one.Height, two.Height, 1e-12);
        Assert.Null(LegendBlock.Within(0, series[..1], new Legend()));
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(90, 2)]
    [InlineData(0, 4)]
    public void ColumnsFillTheWidth(double width, int rows)
    {
        PlotSeries[] series = [.. "abcd".Select(c => new LineSeries { Title = c.ToString() })];
        var row = LegendBlock.Within(1000, series[..1], new Legend())!.Height;
        var block = LegendBlock.Within(width, series, new Legend())!;
        Assert.Equal(rows * row, block.Height, 1e-12);
        Assert.True(rows == 4 || block.Width <= width);
    }

    private static PlotModel Model(string layout)
    {
        string[] titles = ["training, measured", "generalization, measured"];
        switch (layout)
        {
            case "falling":
                return SampleFigures.Losses(t => 9 / t, titles);
            case "rising":
                return SampleFigures.Losses(t => 1e-4 * t, titles);
            case "flat":
                return SampleFigures.Losses(_ => 0.03, titles);
            case "waves":
                return SampleFigures.Losses(
                    t => 0.03 * Math.Pow(10, 2.4 * Math.Sin(6 * Math.Log(t))),
                    titles
                );
            case "band":
                var band = SampleFigures.Losses(t => 1, titles);
                band.Series.Add(
                    new AreaSeries
                    {
                        Points = SampleFigures.Curve(1, 1e4, _ => 9),
                        Points2 = SampleFigures.Curve(1, 1e4, t => 1e-4 * t),
                    }
                );
                return band;
            default:
                var phases = SampleFigures.Phases();
                var model = new PlotModel { Legend = new Legend() };
                foreach (var axis in phases.Axes)
                    model.Axes.Add(axis);
                model.Series.Add(phases.Series[0]);
                model.Series.Add(new LineSeries { Title = "maximum", Points = [new(2, 0.1), new(900, 0.8)] });
                return model;
        }
    }
}
