using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The inside of rings, by the even-odd rule.</summary>
internal sealed record FillShape(IReadOnlyList<IReadOnlyList<Point>> Rings, PlotColor Color) : Shape
{
    public override bool Hits(Box box) =>
        Contains(box.Center) || Edges().Any(e => Clipping.Segment(e.From, e.To, box) is not null);

    public override void WriteTo(SvgWriter svg) =>
        svg.Fill(string.Concat(Rings.Select(ring => SvgWriter.Path(ring, close: true))), Color);

    private bool Contains(Point p) =>
        Edges().Count(e => e.From.Y > p.Y != e.To.Y > p.Y && p.X < AbscissaAt(p.Y, e.From, e.To)) % 2 == 1;

    private IEnumerable<(Point From, Point To)> Edges() =>
        Rings.SelectMany(ring => ring.Select((p, i) => (p, ring[(i + 1) % ring.Count])));

    private static double AbscissaAt(double y, Point from, Point to) =>
        from.X + (y - from.Y) / (to.Y - from.Y) * (to.X - from.X);
}
