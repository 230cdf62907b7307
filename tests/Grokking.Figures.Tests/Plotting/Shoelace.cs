using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Tests.Plotting;

/// <summary>Areas and lengths by the school formulas.</summary>
internal static class Shoelace
{
    /// <summary>The signed area of a polygon.</summary>
    public static double Area(IReadOnlyList<Point> ring) =>
        ring.Select((p, i) => (p, q: ring[(i + 1) % ring.Count])).Sum(e => e.p.X * e.q.Y - e.q.X * e.p.Y) / 2;

    public static double Length(IReadOnlyList<Point> line) =>
        line.Zip(line.Skip(1)).Sum(s => (s.Second - s.First).Length);
}
