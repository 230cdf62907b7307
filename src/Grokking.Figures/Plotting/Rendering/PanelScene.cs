using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A panel at its place, ready to be drawn.</summary>
/// <param name="Content">What stands inside the frame.</param>
/// <param name="Furniture">Frame, ticks, labels, titles, colour bar, legend.</param>
/// <param name="LegendBox">The place of the legend, if there is one.</param>
internal sealed record PanelScene(PanelContent Content, IReadOnlyList<Shape> Furniture, Box? LegendBox)
{
    public void WriteTo(SvgWriter svg)
    {
        Content.WriteClipped(svg);
        foreach (var shape in Furniture)
            shape.WriteTo(svg);
        Content.WriteFree(svg);
    }
}
