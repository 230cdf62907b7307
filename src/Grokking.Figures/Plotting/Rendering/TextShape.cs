using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A text: its base line starts at a point and runs at an angle, in degrees, clockwise.</summary>
internal sealed record TextShape(
    RichText Text,
    Point Start,
    double FontSize,
    PlotColor Color,
    double Rotation = 0
) : Shape
{
    public double Halo { get; init; }

    /// <summary>A text upon an anchor.</summary>
    public static TextShape At(
        string markup,
        Point anchor,
        HorizontalAlignment horizontal,
        VerticalAlignment vertical,
        double fontSize,
        PlotColor? color = null,
        double rotation = 0
    )
    {
        var text = RichText.Parse(markup);
        var right = horizontal switch
        {
            HorizontalAlignment.Left => 0,
            HorizontalAlignment.Center => -text.Width / 2,
            _ => -text.Width,
        };
        var down = vertical switch
        {
            VerticalAlignment.Bottom => -text.Descent,
            // The middle of the digits and capitals, whatever scripts there are.
            VerticalAlignment.Middle => 0.365,
            _ => text.Ascent,
        };
        var start = anchor + Rotate(fontSize * new Point(right, down), rotation);
        return new(text, start, fontSize, color ?? FigureStyle.Black, rotation);
    }

    public Box Bounds => Box.Around(Outline);

    /// <summary>The corners of the text's own rectangle.</summary>
    public Point[] Outline =>
        [
            .. new Box(0, -Text.Ascent, Text.Width, Text.Descent).Corners.Select(c =>
                Start + Rotate(FontSize * c, Rotation)
            ),
        ];

    public override bool Hits(Box box) => Bounds.Intersects(box);

    public override void WriteTo(SvgWriter svg) => svg.Text(Text, Start, FontSize, Color, Rotation, Halo);

    private static Point Rotate(Point p, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(cos * p.X - sin * p.Y, sin * p.X + cos * p.Y);
    }
}
