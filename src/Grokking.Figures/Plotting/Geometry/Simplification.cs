namespace Grokking.Figures.Plotting.Geometry;

/// <summary>Drops points that nobody could see (Douglas and Peucker).</summary>
internal static class Simplification
{
    /// <summary>Seven micrometres, less than a twentieth of the thinnest line.</summary>
    public const double Tolerance = 0.02;

    /// <summary>
    /// A polyline with the same ends from which no point of the given one is farther than the tolerance.
    /// </summary>
    public static IReadOnlyList<Point> Simplify(IReadOnlyList<Point> points)
    {
        if (points.Count < 3)
            return points;
        var keep = new bool[points.Count];
        keep[0] = keep[^1] = true;
        var pending = new Stack<(int First, int Last)>([(0, points.Count - 1)]);
        while (pending.TryPop(out var span))
        {
            var (farthest, distance) = Farthest(points, span.First, span.Last);
            if (distance <= Tolerance)
                continue;
            keep[farthest] = true;
            pending.Push((span.First, farthest));
            pending.Push((farthest, span.Last));
        }
        return [.. points.Where((_, i) => keep[i])];
    }

    private static (int Index, double Distance) Farthest(IReadOnlyList<Point> points, int first, int last)
    {
        var (index, distance) = (first, 0.0);
        for (var i = first + 1; i < last; i++)
        {
            var d = Distance(points[i], points[first], points[last]);
            if (d > distance)
                (index, distance) = (i, d);
        }
        return (index, distance);
    }

    /// <summary>The distance of a point from a segment.</summary>
    internal static double Distance(Point p, Point from, Point to)
    {
        var delta = to - from;
        var squared = delta.X * delta.X + delta.Y * delta.Y;
        if (squared == 0)
            return (p - from).Length;
        var t = ((p.X - from.X) * delta.X + (p.Y - from.Y) * delta.Y) / squared;
        return (p - (from + Math.Clamp(t, 0, 1) * delta)).Length;
    }
}
