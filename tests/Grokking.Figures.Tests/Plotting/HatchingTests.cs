using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Rendering;

namespace Grokking.Figures.Tests.Plotting;

public class HatchingTests
{
    [Fact]
    public void LinesSlantThroughTheBoxAndStayInIt()
    {
        var box = new Box(10, 20, 50, 120);
        var strokes = Hatching.Of(box, FigureStyle.Grey).Cast<StrokeShape>().ToArray();
        Assert.True(strokes.Length > 10);
        Assert.All(
            strokes.SelectMany(stroke => stroke.Points),
            point => Assert.True(box.Inflate(1e-9).Contains(point))
        );
        Assert.All(
            strokes[..^1],
            stroke =>
                Assert.Equal(
                    stroke.Points[1].X - stroke.Points[0].X,
                    stroke.Points[0].Y - stroke.Points[1].Y,
                    1e-9
                )
        );
    }
}
