using Grokking.Figures.Plotting.Rendering;

namespace Grokking.Figures.Plotting;

/// <summary>Draws a figure.</summary>
public static class SvgExporter
{
    /// <summary>The figure as SVG text: the same drawing gives the same characters.</summary>
    /// <exception cref="InvalidOperationException">
    /// An axis is missing or cannot show its range, contours have no colour axis or a value that it cannot show, a
    /// band has curves of different lengths, or the figure is too small for its labels.
    /// </exception>
    /// <exception cref="FormatException">The markup of a label is malformed.</exception>
    public static string Export(FigureDrawing figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var layout = new FigureLayout(figure);
        var svg = new SvgWriter();
        svg.OpenFigure(
            layout.Width,
            layout.Height,
            figure.Width,
            figure.Height,
            figure.Title,
            figure.Description
        );
        foreach (var shape in layout.SharedLegend)
            shape.WriteTo(svg);
        foreach (var scene in layout.Scenes)
            scene.WriteTo(svg);
        svg.CloseFigure();
        return svg.ToString();
    }
}
