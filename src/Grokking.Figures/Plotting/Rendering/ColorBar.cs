using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The colour bar right of a plot area, in the same steps as the contours.</summary>
internal sealed class ColorBar(AxisRange range, ContourSeries? contours)
{
    private const double LongestTitleAbove = 1.5;

    /// <summary>The room it takes beside a plot area of given height.</summary>
    public double Width(double height) =>
        Spacing.BarGap
        + Spacing.BarWidth
        + Spacing.LabelGap
        + new TickLabels(range, height, horizontal: false).Widest
        + (range.Axis.Title is null || HasTitleAbove ? 0 : Spacing.TitleGap + Spacing.TitleLine);

    /// <summary>A symbol stands upright above the bar; a longer title runs along it.</summary>
    public bool HasTitleAbove =>
        range.Axis.Title is { } title && RichText.Parse(title).Width <= LongestTitleAbove;

    public IEnumerable<Shape> Shapes(Box plot)
    {
        var left = plot.Right + Spacing.BarGap;
        var bar = plot with { Left = left, Right = left + Spacing.BarWidth };
        var bands = new ContourBands(range, contours);
        // Like the contours: each step covers the ones below.
        yield return new FillShape([bar.Corners], bands.Colors[0]);
        foreach (var (fraction, color) in bands.Fractions.Zip(bands.Colors.Skip(1)).Where(b => b.First < 1))
            yield return new FillShape([(bar with { Bottom = Y(fraction) }).Corners], color);
        if (contours is not null)
        {
            foreach (var fraction in bands.Fractions.Where(f => f is > 0 and < 1))
                yield return new StrokeShape(
                    [new(bar.Left, Y(fraction)), new(bar.Right, Y(fraction))],
                    contours.Color,
                    contours.StrokeThickness
                );
        }
        yield return new StrokeShape(
            [.. bar.Corners, bar.Corners[0], bar.Corners[1]],
            FigureStyle.Black,
            FigureStyle.FrameThickness
        );

        var labels = new TickLabels(range, bar.Height, horizontal: false);
        foreach (var tick in labels.Ticks.Where(t => t.Label is not null))
        {
            var y = Y(range.Fraction(tick.Value));
            yield return new StrokeShape(
                [new(bar.Right, y), new(bar.Right + 1.5, y)],
                FigureStyle.Black,
                FigureStyle.FrameThickness
            );
            var anchor = new Point(bar.Right + Spacing.LabelGap, y);
            yield return TextShape.At(
                tick.Label!,
                anchor,
                HorizontalAlignment.Left,
                VerticalAlignment.Middle,
                FigureStyle.SmallFontSize
            );
        }
        if (range.Axis.Title is { } title && HasTitleAbove)
        {
            yield return AxisShapes.OnBaseline(
                title,
                new(bar.Center.X, bar.Top - Spacing.AboveFrame),
                FigureStyle.FontSize
            );
        }
        else if (range.Axis.Title is { } beside)
        {
            var x =
                bar.Right + Spacing.LabelGap + labels.Widest + Spacing.TitleGap + 0.95 * FigureStyle.FontSize;
            yield return AxisShapes.OnBaseline(
                beside,
                new(x, bar.Center.Y),
                FigureStyle.FontSize,
                rotation: -90
            );
        }

        double Y(double fraction) => bar.Bottom - Math.Max(fraction, 0) * bar.Height;
    }
}
