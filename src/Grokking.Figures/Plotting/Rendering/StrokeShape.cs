using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A polyline.</summary>
internal sealed record StrokeShape(
    IReadOnlyList<Point> Points,
    PlotColor Color,
    double Thickness,
    LineStyle Style = LineStyle.Solid
) : Shape
{
    public override bool Hits(Box box)
    {
        if (Style == LineStyle.None)
            return false;
        var wide = box.Inflate(Thickness / 2);
        return Points.Zip(Points.Skip(1)).Any(s => Clipping.Segment(s.First, s.Second, wide) is not null);
    }

    public override void WriteTo(SvgWriter svg) =>
        svg.Stroke(SvgWriter.Path(Points, close: false), Color, Thickness, Style);
}
