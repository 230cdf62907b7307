using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A connected line along which a function has one value.</summary>
internal sealed record Isoline(double Level, IReadOnlyList<Point> Points)
{
    /// <summary>The arc length from the start to each point.</summary>
    public double[] ArcLengths { get; } = Accumulate(Points);

    public double Length => ArcLengths[^1];

    public Point At(double arcLength)
    {
        var i = Array.BinarySearch(ArcLengths, arcLength);
        i = Math.Clamp(i >= 0 ? i : ~i - 1, 0, Points.Count - 2);
        var span = ArcLengths[i + 1] - ArcLengths[i];
        return span == 0
            ? Points[i]
            : Points[i] + (arcLength - ArcLengths[i]) / span * (Points[i + 1] - Points[i]);
    }

    /// <summary>The part between two arc lengths.</summary>
    public IReadOnlyList<Point> Part(double from, double to) =>
        [At(from), .. Points.Where((_, i) => ArcLengths[i] > from && ArcLengths[i] < to), At(to)];

    private static double[] Accumulate(IReadOnlyList<Point> points)
    {
        var lengths = new double[points.Count];
        for (var i = 1; i < points.Count; i++)
            lengths[i] = lengths[i - 1] + (points[i] - points[i - 1]).Length;
        return lengths;
    }
}
