using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Finds the emptiest corner or side of a plot area.</summary>
internal static class LegendPlacement
{
    private static readonly double[] Clearances = [14, 10, 7, 5, 3.5];

    /// <summary>The box of a legend that keeps the widest clearance from the data, or null if none keeps any.</summary>
    public static Box? Inside(Box plot, double width, double height, IReadOnlyCollection<Shape> data)
    {
        var room = plot.Inflate(-Spacing.LegendGap);
        if (room.Width < width || room.Height < height)
            return null;
        Box[] candidates =
        [
            At(1, 0),
            At(0, 1),
            At(0, 0),
            At(1, 1),
            At(0.5, 0),
            At(0.5, 1),
            At(1, 0.5),
            At(0, 0.5),
        ];
        foreach (var clearance in Clearances)
        {
            foreach (var candidate in candidates)
            {
                if (!data.Any(shape => shape.Hits(candidate.Inflate(clearance))))
                    return candidate;
            }
        }
        return null;

        Box At(double right, double down)
        {
            var left = room.Left + right * (room.Width - width);
            var top = room.Top + down * (room.Height - height);
            return new(left, top, left + width, top + height);
        }
    }
}
