using System.Globalization;
using System.Text;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Writes SVG elements. Lengths are in points, rounded to hundredths.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _svg = new();
    private int _clips;

    public void OpenFigure(
        double width,
        double height,
        double widthMm,
        double heightMm,
        string title,
        string description
    )
    {
        Line(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(widthMm)}mm\" height=\"{N(heightMm)}mm\" "
                + $"viewBox=\"0 0 {N(width)} {N(height)}\" font-family=\"{FigureStyle.FontFamily}\" "
                + "role=\"img\" aria-labelledby=\"title desc\" xml:space=\"preserve\">"
        );
        Line($"<title id=\"title\">{Escape(title)}</title>");
        Line($"<desc id=\"desc\">{Escape(description)}</desc>");
        Line($"<rect width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{FigureStyle.White.ToHex()}\"/>");
    }

    public void CloseFigure() => Line("</svg>");

    public void OpenClip(Box box)
    {
        var id = $"clip{++_clips}";
        Line(
            $"<clipPath id=\"{id}\"><rect x=\"{N(box.Left)}\" y=\"{N(box.Top)}\" "
                + $"width=\"{N(box.Width)}\" height=\"{N(box.Height)}\"/></clipPath>"
        );
        Line($"<g clip-path=\"url(#{id})\">");
    }

    public void CloseClip() => Line("</g>");

    public void Stroke(string path, PlotColor color, double thickness, LineStyle style)
    {
        if (style == LineStyle.None || path.Length == 0)
            return;
        var dashes = Dashes.Of(style, thickness);
        var dashArray =
            dashes.Count == 0 ? "" : $" stroke-dasharray=\"{string.Join(' ', dashes.Select(N))}\"";
        Line(
            $"<path d=\"{path}\" fill=\"none\" stroke=\"{color.ToHex()}\" stroke-width=\"{N(thickness)}\" "
                + $"stroke-linejoin=\"round\"{dashArray}{OpacityOf("stroke-opacity", color)}/>"
        );
    }

    public void Fill(string path, PlotColor color)
    {
        if (path.Length > 0)
            Line(
                $"<path d=\"{path}\" fill=\"{color.ToHex()}\" fill-rule=\"evenodd\"{OpacityOf("fill-opacity", color)}/>"
            );
    }

    /// <summary>A text whose base line starts at a point; a halo keeps it readable on top of lines.</summary>
    public void Text(
        RichText text,
        Point start,
        double fontSize,
        PlotColor color,
        double rotation,
        double halo
    )
    {
        var transform =
            rotation == 0 ? "" : $" transform=\"rotate({N(rotation)} {N(start.X)} {N(start.Y)})\"";
        var stroke =
            halo == 0
                ? ""
                : $" stroke=\"{FigureStyle.White.ToHex()}\" stroke-width=\"{N(2 * halo)}\" "
                    + "stroke-linejoin=\"round\" paint-order=\"stroke\"";
        _svg.Append(CultureInfo.InvariantCulture, $"<text fill=\"{color.ToHex()}\"{stroke}{transform}>");
        foreach (var placed in text.Runs)
        {
            var style = placed.Run.Italic ? " font-style=\"italic\"" : "";
            _svg.Append(
                CultureInfo.InvariantCulture,
                $"<tspan x=\"{N(start.X + placed.X * fontSize)}\" y=\"{N(start.Y + placed.Y * fontSize)}\" "
            );
            _svg.Append(
                CultureInfo.InvariantCulture,
                $"font-size=\"{N(placed.Scale * fontSize)}\"{style}>{Escape(placed.Run.Text)}</tspan>"
            );
        }
        Line("</text>");
    }

    public static string Path(IReadOnlyList<Point> points, bool close)
    {
        var path = new StringBuilder();
        string? previous = null;
        foreach (var point in points)
        {
            var text = $"{N(point.X)} {N(point.Y)}";
            if (text != previous)
                path.Append(path.Length == 0 ? "M" : "L").Append(text);
            previous = text;
        }
        return close ? path.Append('Z').ToString() : path.ToString();
    }

    /// <summary>A number in hundredths, without an exponent, without "-0".</summary>
    public static string N(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate must be finite.");
        return (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
    }

    public override string ToString() => _svg.ToString();

    private static string OpacityOf(string attribute, PlotColor color) =>
        color.Opacity < 1 ? $" {attribute}=\"{N(color.Opacity)}\"" : "";

    private static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private void Line(string text) => _svg.Append(text).Append('\n');
}
