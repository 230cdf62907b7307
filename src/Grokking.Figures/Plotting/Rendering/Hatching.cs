using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Slanting lines across a box, with a line around it.</summary>
internal static class Hatching
{
    private const double Distance = 6;

    /// <summary>The lines.</summary>
    public static IEnumerable<Shape> Of(Box box, PlotColor color)
    {
        for (var start = box.Left - box.Height + Distance / 2; start < box.Right; start += Distance)
        {
            var (from, to) = (new Point(start, box.Bottom), new Point(start + box.Height, box.Top));
            if (Clipping.Segment(from, to, box) is { } inside)
                yield return new StrokeShape([inside.From, inside.To], color, FigureStyle.FrameThickness);
        }
        yield return new StrokeShape([.. box.Corners, box.Corners[0]], color, FigureStyle.FrameThickness);
    }
}
