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

    public Panel(PlotModel model, string? tag)
    {
        (_model, _tag) = (model, tag);
        var contours = model.Series.OfType<ContourSeries>().FirstOrDefault();
        var extent = model.Series.SelectMany(s => s.Extent).ToArray();
        _x = Axis(AxisPosition.Bottom).GetRange(extent.Select(p => p.X), contours?.ColumnCoordinates);
        _y = Axis(AxisPosition.Left).GetRange(extent.Select(p => p.Y), contours?.RowCoordinates);
        if (model.Axes.SingleOrDefault(a => a is IColorAxis) is { } color)
        {
            var values = contours?.Data.Cast<double?>().OfType<double>().Concat(contours.ContourLevels);
            _colors = color.GetRange([], values?.ToArray());
            _bar = new(_colors, contours);
        }
        LegendPosition = model.Legend?.Position ?? LegendPosition.Automatic;
    }

    /// <summary>Where the legend stands; automatic means inside until there proves to be no place.</summary>
    public LegendPosition LegendPosition { get; set; }

    /// <summary>The room needed around a plot area of about this size.</summary>
    public Insets Insets(double width, double height)
    {
        var x = new TickLabels(_x, width, horizontal: true);
        var y = new TickLabels(_y, height, horizontal: false);
        var left =
            Spacing.LabelGap + y.Widest + (_y.Axis.Title is null ? 0 : Spacing.TitleGap + Spacing.TitleLine);
        var bottom = _x.Axis.Title is null ? Spacing.LabelBaseline : Spacing.TitleBaseline;
        var right = Math.Max(2, x.OverhangHigh);
        var top = HasHeading ? Spacing.AboveFrame + Spacing.TitleLine : Spacing.AboveFrame;
        var bar = _bar?.Width(height) ?? 0;
        var legend = Legend(width);
        return new(
            Math.Max(left, x.OverhangLow),
            top + (LegendPosition == LegendPosition.OutsideTop && legend is not null ? legend.Height + 1 : 0),
            Math.Max(right, bar)
                + (
                    LegendPosition == LegendPosition.OutsideRight && legend is not null
                        ? legend.Width + Spacing.LegendGap
                        : 0
                ),
            bottom
                + Spacing.Descent
                + (
                    LegendPosition == LegendPosition.OutsideBottom && legend is not null
                        ? legend.Height + 3
                        : 0
                )
        );
    }

    /// <summary>The panel at its place.</summary>
    public PanelScene Arrange(Box plot, Insets insets)
    {
        var area = new PlotArea(plot, _x, _y);
        var content = new PanelContent(_model, area, _colors);
        var legend = Legend(plot.Width);
        var legendBox = legend is null ? null : PlaceLegend(legend, content, insets);
        var furniture = AxisShapes
            .Of(area, insets.Left)
            .Concat(_bar?.Shapes(plot) ?? [])
            .Concat(Heading(plot, insets));
        if (legend is not null && legendBox is { } box)
            furniture = furniture.Concat(legend.Shapes(new(box.Left, box.Top)));
        return new(content, [.. furniture], legendBox, LacksLegend: legend is not null && legendBox is null);
    }

    private bool HasHeading => _tag is not null || _model.Title is not null;

    private Axis Axis(AxisPosition position) =>
        _model.Axes.SingleOrDefault(a => a.Position == position && a is not IColorAxis)
        ?? throw new InvalidOperationException($"A plot needs exactly one axis at the {position}.");

    private LegendBlock? Legend(double width) =>
        _model.Legend is not { } legend
            ? null
            : LegendBlock.Of(
                _model.Series,
                legend,
                LegendPosition is LegendPosition.OutsideTop or LegendPosition.OutsideBottom ? width : null
            );

    private Box? PlaceLegend(LegendBlock legend, PanelContent content, Insets insets)
    {
        var plot = content.Box;
        var center = plot.Center.X - legend.Width / 2;
        return LegendPosition switch
        {
            LegendPosition.OutsideTop => At(center, plot.Top - Spacing.AboveFrame + 1 - legend.Height),
            LegendPosition.OutsideRight => At(plot.Right + insets.Right - legend.Width, plot.Top),
            LegendPosition.OutsideBottom => At(center, plot.Bottom + insets.Bottom - legend.Height),
            _ => LegendPlacement.Inside(plot, legend.Width, legend.Height, [.. content.Data]),
        };

        Box At(double left, double top) => new(left, top, left + legend.Width, top + legend.Height);
    }

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
