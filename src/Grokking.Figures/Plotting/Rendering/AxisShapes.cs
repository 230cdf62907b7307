using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The frame with its ticks, pointing inwards on all four sides, their labels and the axis titles.</summary>
internal static class AxisShapes
{
    private const double MinorThickness = 0.75 * FigureStyle.FrameThickness;

    /// <summary>All of it.</summary>
    /// <param name="area">The plot area.</param>
    /// <param name="leftInset">The room on its left.</param>
    /// <param name="isLabelledBelow">Whether the abscissa has labels and a title.</param>
    public static IEnumerable<Shape> Of(PlotArea area, double leftInset, bool isLabelledBelow = true)
    {
        var box = area.Box;
        yield return new StrokeShape(
            [.. box.Corners, box.Corners[0], box.Corners[1]],
            FigureStyle.Black,
            FigureStyle.FrameThickness
        );
        foreach (var shape in Horizontal(area, isLabelledBelow))
            yield return shape;
        foreach (var shape in Vertical(area))
            yield return shape;
        if (isLabelledBelow && area.X.Axis.Title is { } below)
        {
            var anchor = new Point(box.Center.X, box.Bottom + Spacing.TitleBaseline);
            yield return OnBaseline(below, anchor, FigureStyle.FontSize);
        }
        if (area.Y.Axis.Title is { } beside)
        {
            // The title runs upwards, so its letters rise to the left of its base line.
            var anchor = new Point(box.Left - leftInset + 0.95 * FigureStyle.FontSize, box.Center.Y);
            yield return OnBaseline(beside, anchor, FigureStyle.FontSize, rotation: -90);
        }
    }

    private static IEnumerable<Shape> Horizontal(PlotArea area, bool isLabelled)
    {
        var box = area.Box;
        foreach (var tick in new TickLabels(area.X, box.Width, horizontal: true).Ticks)
        {
            var (length, thickness) = Mark(tick.IsMajor);
            var x = area.ToX(tick.Value);
            yield return new StrokeShape(
                [new(x, box.Bottom), new(x, box.Bottom - length)],
                FigureStyle.Black,
                thickness
            );
            yield return new StrokeShape(
                [new(x, box.Top), new(x, box.Top + length)],
                FigureStyle.Black,
                thickness
            );
            if (isLabelled && tick.Label is { } label)
                yield return OnBaseline(
                    label,
                    new(x, box.Bottom + Spacing.LabelBaseline),
                    FigureStyle.SmallFontSize
                );
        }
    }

    private static IEnumerable<Shape> Vertical(PlotArea area)
    {
        var box = area.Box;
        foreach (var tick in new TickLabels(area.Y, box.Height, horizontal: false).Ticks)
        {
            var (length, thickness) = Mark(tick.IsMajor);
            var y = area.ToY(tick.Value);
            yield return new StrokeShape(
                [new(box.Left, y), new(box.Left + length, y)],
                FigureStyle.Black,
                thickness
            );
            yield return new StrokeShape(
                [new(box.Right, y), new(box.Right - length, y)],
                FigureStyle.Black,
                thickness
            );
            if (tick.Label is { } label)
            {
                var anchor = new Point(box.Left - Spacing.LabelGap, y);
                yield return TextShape.At(
                    label,
                    anchor,
                    HorizontalAlignment.Right,
                    VerticalAlignment.Middle,
                    FigureStyle.SmallFontSize
                );
            }
        }
    }

    /// <summary>A text centred upon an anchor on its base line, so that neighbours with and without scripts align.</summary>
    internal static TextShape OnBaseline(string markup, Point anchor, double fontSize, double rotation = 0)
    {
        var middle = TextShape.At(
            markup,
            anchor,
            HorizontalAlignment.Center,
            VerticalAlignment.Bottom,
            fontSize,
            rotation: rotation
        );
        var radians = rotation * Math.PI / 180;
        var lift = middle.Text.Descent * fontSize;
        return middle with { Start = middle.Start + lift * new Point(-Math.Sin(radians), Math.Cos(radians)) };
    }

    private static (double Length, double Thickness) Mark(bool isMajor) =>
        isMajor ? (Spacing.MajorTick, FigureStyle.FrameThickness) : (Spacing.MinorTick, MinorThickness);
}
