using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A panel with the ranges of its axes, before it has a place.</summary>
internal sealed class Panel
{
    private readonly PlotModel _model;
    private readonly string? _tag;
    private readonly AxisRange _x;
    private readonly AxisRange _y;
    private readonly AxisRange? _colors;
    private readonly ColorBar? _bar;
    private readonly Panel? _below;

    /// <param name="model">What it shows.</param>
    /// <param name="tag">Its letter; null for none.</param>
    /// <param name="abscissa">The abscissa of the panel above, which it shares; null for its own.</param>
    public Panel(PlotModel model, string? tag, AxisRange? abscissa = null)
    {
        (_model, _tag) = (model, tag);
        var contours = model.Series.OfType<ContourSeries>().FirstOrDefault();
        var extent = model.Series.SelectMany(s => s.Extent).ToArray();
        _x =
            abscissa
            ?? Axis(AxisPosition.Bottom).GetRange(extent.Select(p => p.X), contours?.ColumnCoordinates);
        _y = Axis(AxisPosition.Left).GetRange(extent.Select(p => p.Y), contours?.RowCoordinates);
        if (model.Axes.SingleOrDefault(a => a is IColorAxis) is { } color)
        {
            var values = contours?.Data.Cast<double?>().OfType<double>().Concat(contours.ContourLevels);
            _colors = color.GetRange([], values?.ToArray());
            _bar = color.Position == AxisPosition.None ? null : new(_colors, contours);
        }
        _below = model.Below is { } below ? new(below, tag: null, _x) : null;
        Legend = new(model);
    }

    public PanelLegend Legend { get; }

    /// <summary>The room needed around a plot area of about this size.</summary>
    public Insets Insets(double width, double height)
    {
        var x = new TickLabels(_x, width, horizontal: true);
        var (own, lower) = Stack.Split(new Box(0, 0, width, height), _below is not null);
        var y = new TickLabels(_y, own.Height, horizontal: false);
        var yTitle = _y.Axis.Title is null ? 0 : Spacing.TitleGap + Spacing.TitleLine;
        var labels = new Insets(
            Math.Max(
                Math.Max(Spacing.LabelGap + y.Widest + yTitle, x.OverhangLow),
                _below?.Insets(width, lower.Height).Left ?? 0
            ),
            Spacing.AboveFrame,
            Math.Max(Math.Max(2, x.OverhangHigh), _bar?.Width(height) ?? 0),
            (_x.Axis.Title is null ? Spacing.LabelBaseline : Spacing.TitleBaseline) + Spacing.Descent
        );
        var legend = Legend.Room(width);
        // A tag alone shares its line with a legend.
        var heading = HeadingHeight(legend.Top);
        return new(
            labels.Left,
            labels.Top + heading,
            labels.Right + legend.Right,
            labels.Bottom + legend.Bottom
        );
    }

    /// <summary>The panel at its place, and the one below it if there is one.</summary>
    public IEnumerable<PanelScene> Arrange(Box room, Insets insets)
    {
        var (plot, lower) = Stack.Split(room, _below is not null);
        var content = new PanelContent(_model, new PlotArea(plot, _x, _y), _colors);
        var legend = Legend.Place(plot, insets, content);
        IEnumerable<Shape> furniture =
        [
            .. AxisShapes.Of(new PlotArea(plot, _x, _y), insets.Left, isLabelledBelow: _below is null),
            .. _bar?.Shapes(plot) ?? [],
            .. Heading(plot, insets),
            .. legend?.Block.Shapes(new(legend.Value.Box.Left, legend.Value.Box.Top)) ?? [],
        ];
        PanelScene scene = new(content, [.. furniture], legend?.Box);
        return [scene, .. _below?.Arrange(lower, insets) ?? []];
    }

    private double HeadingHeight(double legendHeight)
    {
        if (_model.Title is not null)
            return legendHeight + Spacing.TitleLine;
        return Math.Max(
            legendHeight,
            _tag is null && _bar is not { HasTitleAbove: true } ? 0 : Spacing.TitleLine
        );
    }

    private Axis Axis(AxisPosition position) =>
        _model.Axes.SingleOrDefault(a => a.Position == position && a is not IColorAxis)
        ?? throw new InvalidOperationException($"A plot needs exactly one axis at the {position}.");

    private IEnumerable<Shape> Heading(Box plot, Insets insets)
    {
        const double size = FigureStyle.FontSize;
        var baseline = plot.Top - insets.Top + 0.95 * size;
        var tagEnd = plot.Left - insets.Left;
        if (_tag is not null)
        {
            var tag = RichText.Parse(_tag);
            yield return new TextShape(tag, new(tagEnd, baseline), size, FigureStyle.Black);
            tagEnd += size * (tag.Width + 0.6);
        }
        if (_model.Title is { } title)
        {
            var centered = AxisShapes.OnBaseline(title, new(plot.Center.X, baseline), size);
            yield return centered with
            {
                Start = new(Math.Max(centered.Start.X, tagEnd), baseline),
            };
        }
    }
}
