namespace Grokking.Figures.Plotting.Geometry;

/// <summary>How far convex polygons are apart; a segment is a polygon with two corners.</summary>
internal static class ConvexPolygons
{
    /// <summary>
    /// The width of the widest gap between the projections on the normals of the edges: 0 if the polygons meet, at
    /// most their distance otherwise.
    /// </summary>
    public static double Distance(IReadOnlyList<Point> a, IReadOnlyList<Point> b) =>
        Math.Max(0, Math.Max(WidestGap(a, b), WidestGap(b, a)));

    private static double WidestGap(IReadOnlyList<Point> a, IReadOnlyList<Point> b)
    {
        var widest = double.NegativeInfinity;
        for (var i = 0; i < a.Count; i++)
        {
            var edge = a[(i + 1) % a.Count] - a[i];
            if (edge.Length == 0)
                continue;
            var normal = 1 / edge.Length * new Point(-edge.Y, edge.X);
            var (lowA, highA) = Projection(a, normal);
            var (lowB, highB) = Projection(b, normal);
            widest = Math.Max(widest, Math.Max(lowB - highA, lowA - highB));
        }
        return widest;
    }

    private static (double Low, double High) Projection(IReadOnlyList<Point> polygon, Point direction)
    {
        var shadows = polygon.Select(p => p.X * direction.X + p.Y * direction.Y);
        return (shadows.Min(), shadows.Max());
    }
}
