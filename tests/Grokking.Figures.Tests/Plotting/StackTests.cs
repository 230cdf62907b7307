using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Rendering;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Tests.Plotting;

/// <summary>A slim plot below another shares its place and carries the labels of both.</summary>
public class StackTests
{
    [Fact]
    public void TwoPlotsShareOnePlaceWithoutMeeting()
    {
        var room = new Box(10, 20, 110, 220);
        var (own, lower) = Stack.Split(room, hasBelow: true);
        Assert.Equal((room.Top, room.Bottom), (own.Top, lower.Bottom));
        Assert.True(own.Bottom < lower.Top && lower.Height < own.Height / 2);
        Assert.Equal(
            (room.Left, room.Right, room.Left, room.Right),
            (own.Left, own.Right, lower.Left, lower.Right)
        );
        Assert.Equal(room, Stack.Split(room, hasBelow: false).Own);
    }

    [Fact]
    public void OnlyTheLowerPlotNamesTheAbscissa()
    {
        var scenes = new FigureLayout(SampleFigures.Of(Model("above", Model("below", null)))).Scenes;
        Assert.Equal(2, scenes.Count);
        Assert.Equal(["above"], Titles(scenes[0]));
        Assert.Equal(["x", "below"], Titles(scenes[1]));
        Assert.Equal(scenes[0].Content.Box.Left, scenes[1].Content.Box.Left);
    }

    [Fact]
    public void TheLowerPlotHasTheAbscissaOfTheUpperOne()
    {
        // The upper data reach from 0 to 1; the lower ones, from 0.25 to 0.75, stand below those they belong to.
        var scenes = new FigureLayout(
            SampleFigures.Of(Model("above", Model("below", null, 0.25, 0.75), 0, 0.25, 0.75, 1))
        ).Scenes;
        var (upper, lower) = (Marks(scenes[0]), Marks(scenes[1]));
        Assert.Equal([upper[1], upper[2]], lower);
        // Even the outermost ones keep off the frame.
        Assert.True(upper[0] > scenes[0].Content.Box.Left && upper[3] < scenes[0].Content.Box.Right);
    }

    private static double[] Marks(PanelScene scene) =>
        [.. scene.Content.Data.OfType<MarkerShape>().Select(mark => mark.Center.X)];

    /// <summary>Only the upper one of two has an abscissa.</summary>
    private static PlotModel Model(string ordinate, PlotModel? below, params double[] points)
    {
        var model = new PlotModel
        {
            Axes =
            {
                new LinearAxis { Position = AxisPosition.Left, Title = ordinate },
            },
            Series = { new ScatterSeries { Points = [.. points.Select(x => new ScatterPoint(x, 1))] } },
            Below = below,
        };
        if (below is not null)
            model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = "x" });
        return model;
    }

    private static string[] Titles(PanelScene scene) =>
        [
            .. scene
                .Furniture.OfType<TextShape>()
                .Select(text => string.Concat(text.Text.Runs.Select(placed => placed.Run.Text)))
                .Where(text => char.IsLetter(text[0])),
        ];
}
