using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Rendering;

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

    private static PlotModel Model(string ordinate, PlotModel? below) =>
        new()
        {
            Axes =
            {
                new LinearAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "x",
                    Minimum = 0,
                    Maximum = 1,
                },
                new LinearAxis
                {
                    Position = AxisPosition.Left,
                    Title = ordinate,
                    Minimum = 0,
                    Maximum = 1,
                },
            },
            Below = below,
        };

    private static string[] Titles(PanelScene scene) =>
        [
            .. scene
                .Furniture.OfType<TextShape>()
                .Select(text => string.Concat(text.Text.Runs.Select(placed => placed.Run.Text)))
                .Where(text => char.IsLetter(text[0])),
        ];
}
