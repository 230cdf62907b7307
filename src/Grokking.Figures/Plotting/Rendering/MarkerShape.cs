using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A marker with a thin white halo, so that it stands out from the lines below.</summary>
internal sealed record MarkerShape(
    Point Center,
    MarkerType Type,
    double Size,
    PlotColor Color,
    PlotColor Fill
) : Shape
{
    private const double Halo = 0.25;
    private const double LargestRadius = 1.3;
    private const double Outline = 0.9;
    private const int CircleCorners = 36;

    /// <summary>Whether there is a halo; none covers the error bar of the marker itself.</summary>
    public bool HasHalo { get; init; } = true;

    public override bool Hits(Box box) =>
        new Box(Center.X, Center.Y, Center.X, Center.Y).Inflate(LargestRadius * Size + Halo).Intersects(box);

    public override void WriteTo(SvgWriter svg)
    {
        var path = SvgWriter.Path(Outlines(), close: true);
        if (HasHalo)
            svg.Stroke(path, FigureStyle.White, Outline + 2 * Halo, LineStyle.Solid);
        svg.Fill(path, Fill);
        svg.Stroke(path, Color, Outline, LineStyle.Solid);
    }

    private Point[] Outlines() =>
        Type switch
        {
            MarkerType.Circle => Polygon(CircleCorners, 0.85, 0.85),
            MarkerType.Diamond => Polygon(4, 1.1, 1.1),
            MarkerType.Square =>
            [
                .. new Box(-0.75, -0.75, 0.75, 0.75).Corners.Select(c => Center + Size * c),
            ],
            MarkerType.Star => Polygon(10, LargestRadius, 0.55),
            MarkerType.Triangle => Polygon(3, 1.05, 1.05),
            _ => throw new InvalidOperationException($"There is no shape for {Type}."),
        };

    /// <summary>Corners on two circles in turn, the first one at the top.</summary>
    private Point[] Polygon(int corners, double radius, double innerRadius) =>
        [
            .. Enumerable
                .Range(0, corners)
                .Select(i =>
                    Center
                    + Size
                        * (i % 2 == 0 ? radius : innerRadius)
                        * new Point(Math.Sin(2 * Math.PI * i / corners), -Math.Cos(2 * Math.PI * i / corners))
                ),
        ];
}
