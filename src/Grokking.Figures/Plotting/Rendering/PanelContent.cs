using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>What stands inside the frame of a panel, from the bottom to the top.</summary>
internal sealed class PanelContent
{
    private readonly List<Shape> _background = [];
    private readonly List<Shape> _clipped = [];
    private readonly List<Shape> _free = [];

    public PanelContent(PlotModel model, PlotArea area, AxisRange? colors)
    {
        var contours = model
            .Series.OfType<ContourSeries>()
            .Select(s => new ContourShapes(
                s,
                area,
                colors ?? throw new InvalidOperationException("Contours need a colour axis.")
            ))
            .ToArray();
        _background.AddRange(
            model.Annotations.OfType<RectangleAnnotation>().SelectMany(a => Rectangle(a, area))
        );
        _clipped.AddRange(contours.SelectMany(c => c.Fills));
        _clipped.AddRange(model.Series.OfType<AreaSeries>().SelectMany(s => CurveShapes.Bands(s, area)));
        _clipped.AddRange(model.Annotations.OfType<LineAnnotation>().SelectMany(a => Guides(a, area)));
        _clipped.AddRange(contours.SelectMany(c => c.Borders));
        _clipped.AddRange(contours.SelectMany(c => c.Lines));
        _clipped.AddRange(model.Series.OfType<LineSeries>().SelectMany(s => CurveShapes.Lines(s, area)));
        _free.AddRange(contours.SelectMany(c => c.Labels));
        _free.AddRange(model.Series.OfType<LineSeries>().SelectMany(s => CurveShapes.Markers(s, area)));
        _free.AddRange(ScatterShapes.Of(model.Series.OfType<ScatterSeries>(), area));
        _free.AddRange(model.Annotations.OfType<TextAnnotation>().Select(a => Text(a, area)));
        Box = area.Box;
    }

    public Box Box { get; }

    /// <summary>What a legend must not cover.</summary>
    public IEnumerable<Shape> Data => _clipped.Concat(_free);

    /// <summary>Draws what belongs below the frame.</summary>
    public void WriteClipped(SvgWriter svg)
    {
        svg.OpenClip(Box);
        foreach (var shape in _background.Concat(_clipped))
            shape.WriteTo(svg);
        svg.CloseClip();
    }

    /// <summary>Draws what belongs above the frame: markers are whole even at the border.</summary>
    public void WriteFree(SvgWriter svg)
    {
        foreach (var shape in _free)
            shape.WriteTo(svg);
    }

    private static IEnumerable<Shape> Rectangle(RectangleAnnotation a, PlotArea area)
    {
        var left = a.MinimumX is { } x1 ? area.ToX(x1) : area.Box.Left;
        var right = a.MaximumX is { } x2 ? area.ToX(x2) : area.Box.Right;
        var top = a.MaximumY is { } y2 ? area.ToY(y2) : area.Box.Top;
        var bottom = a.MinimumY is { } y1 ? area.ToY(y1) : area.Box.Bottom;
        var box = new Box(left, top, right, bottom);
        return a.IsHatched ? Hatching.Of(box, a.Fill) : [new FillShape([box.Corners], a.Fill)];
    }

    private static IEnumerable<Shape> Guides(LineAnnotation a, PlotArea area)
    {
        var box = area.Box;
        if (a.X is { } x)
            yield return Guide(new(area.ToX(x), box.Bottom), new(area.ToX(x), box.Top));
        if (a.Y is { } y)
            yield return Guide(new(box.Left, area.ToY(y)), new(box.Right, area.ToY(y)));

        StrokeShape Guide(Point from, Point to) => new([from, to], a.Color, a.StrokeThickness, a.LineStyle);
    }

    private static TextShape Text(TextAnnotation a, PlotArea area)
    {
        var anchor =
            area.ToPoint(a.Position)
            ?? throw new InvalidOperationException($"The axes cannot show the place of '{a.Text}'.");
        return TextShape.At(
            a.Text,
            anchor,
            a.HorizontalAlignment,
            a.VerticalAlignment,
            a.FontSize,
            a.Color
        ) with
        {
            Halo = 1,
        };
    }
}
