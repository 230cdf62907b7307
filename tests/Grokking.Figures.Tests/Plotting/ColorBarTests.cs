using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Rendering;

namespace Grokking.Figures.Tests.Plotting;

public class ColorBarTests
{
    private static PlotModel Phases(AxisPosition position)
    {
        var model = SampleFigures.Phases();
        model.Axes[2] = new LogarithmicColorAxis
        {
            Position = position,
            Title = "Δ*t*",
            Minimum = 10,
            Maximum = 1e4,
        };
        return model;
    }

    [Fact]
    public void OneBarMayServeSeveralPanels()
    {
        var alone = new FigureLayout(SampleFigures.Of(Phases(AxisPosition.Right))).Scenes[0];
        var without = new FigureLayout(SampleFigures.Of(Phases(AxisPosition.None))).Scenes[0];
        Assert.Contains(alone.Furniture.OfType<FillShape>(), _ => true);
        Assert.DoesNotContain(without.Furniture.OfType<FillShape>(), _ => true);
        // The room goes to the plot, and the colours stay.
        Assert.True(without.Content.Box.Width > alone.Content.Box.Width + 10);
        Assert.Equal(
            alone.Content.Data.OfType<FillShape>().Select(fill => fill.Color),
            without.Content.Data.OfType<FillShape>().Select(fill => fill.Color)
        );
    }

    [Fact]
    public void EveryClassHasAPlaceInTheBar()
    {
        // Five levels within the bar: one class below, four between, one above.
        var scene = new FigureLayout(SampleFigures.Of(Phases(AxisPosition.Right))).Scenes[0];
        var fills = scene.Furniture.OfType<FillShape>().ToArray();
        Assert.Equal(6, fills.Select(fill => fill.Color).Distinct().Count());
        // Each covers those below: the visible part of a class ends where the next begins.
        double[] lower = [.. fills.Select(fill => fill.Rings[0].Max(p => p.Y))];
        Assert.All(lower.Zip(lower.Skip(1)), pair => Assert.True(pair.First > pair.Second + 1));
    }
}
