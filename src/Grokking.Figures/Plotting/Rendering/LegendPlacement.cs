using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Finds the emptiest corner or side of a plot area.</summary>
internal static class LegendPlacement
{
    private static readonly double[] Clearances = [14, 10, 7, 5, 3.5];

    // Fractions of the room to the right and down: corners first, then sides.
    private static readonly Point[] Places =
    [
        .. from down in (double[])[0, 1] from right in (double[])[1, 0] select new Point(right, down),
        .. from down in (double[])[0, 1]
        from right in (double[])[0.5, 0.25, 0.75]
        select new Point(right, down),
        .. from right in (double[])[1, 0]
        from down in (double[])[0.5, 0.25, 0.75]
        select new Point(right, down),
    ];

    /// <summary>
    /// The legend and place with the widest clearance from the data, the first ones in doubt; null if none is free.
    /// </summary>
    public static (LegendBlock Block, Box Box)? Inside(
        Box plot,
        IReadOnlyList<LegendBlock> choices,
        IReadOnlyCollection<Shape> data
    )
    {
        var room = plot.Inflate(-Spacing.LegendGap);
        var candidates =
            from block in choices
            where block.Width <= room.Width && block.Height <= room.Height
            from place in Places
            let left = room.Left + place.X * (room.Width - block.Width)
            let top = room.Top + place.Y * (room.Height - block.Height)
            select (block, Box: block.BoxAt(new(left, top)));
        var ordered = candidates.ToArray();
        foreach (var clearance in Clearances)
        {
            foreach (var candidate in ordered)
            {
                if (!data.Any(shape => shape.Hits(candidate.Box.Inflate(clearance))))
                    return candidate;
            }
        }
        return null;
    }
}
