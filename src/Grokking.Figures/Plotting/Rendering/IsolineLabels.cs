using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>
/// Finds a place for a label on the longest line of each level and on other long ones: straight, away from the frame, from the other
/// lines and from the other labels.
/// </summary>
internal sealed class IsolineLabels(Box box, IReadOnlyList<Isoline> lines)
{
    private const double FontSize = FigureStyle.SmallFontSize;
    private const double Step = 1.5;
    private const double Padding = 2;
    private const double MarginToFrame = 2;
    private const double MarginToLines = 1.5;
    private const double MarginBetweenLabels = 4;
    private const double LargestSag = 0.9;

    // A level is labelled once, and once more on another line of it as long as this.
    private const double LongLine = 80;

    private readonly List<Point[]> _labels = [];

    /// <summary>Every line in pieces that leave room for its label, and the label if there is a place for one.</summary>
    public IEnumerable<(IReadOnlyList<IReadOnlyList<Point>> Pieces, TextShape? Label)> Place(
        Func<double, string?> labelOf
    )
    {
        foreach (var level in lines.GroupBy(line => line.Level))
        {
            var label = labelOf(level.Key);
            var isLabelled = false;
            foreach (var line in level.OrderByDescending(line => line.Length))
            {
                var isDone = label is null || (isLabelled && line.Length < LongLine);
                var place = isDone ? null : Best(line, label!);
                if (place is not { } found)
                {
                    yield return ([line.Points], null);
                    continue;
                }
                isLabelled = true;
                _labels.Add(found.Label.Outline);
                yield return ([line.Part(0, found.From), line.Part(found.To, line.Length)], found.Label);
            }
        }
    }

    private (TextShape Label, double From, double To)? Best(Isoline line, string label)
    {
        (TextShape Label, double From, double To)? best = null;
        var lowest = double.PositiveInfinity;
        var width = TextShape.At(label, default, default, default, FontSize).Bounds.Width + 2 * Padding;
        for (var from = Step; from + width < line.Length - Step; from += Step)
        {
            var (start, end) = (line.At(from), line.At(from + width));
            var sag = line.Part(from, from + width).Max(p => Simplification.Distance(p, start, end));
            var chord = (end - start).Length;
            if (sag > LargestSag || chord < 0.95 * width)
                continue;
            var text = Along(label, start, end);
            var penalty = Penalty(text, sag);
            if (penalty >= lowest || !IsFree(text, line))
                continue;
            (best, lowest) = ((text, from, from + width), penalty);
        }
        return best;
    }

    /// <summary>Straight, near to horizontal and away from the frame is good.</summary>
    private double Penalty(TextShape text, double sag)
    {
        var bounds = text.Bounds;
        var beside = Math.Min(bounds.Left - box.Left, box.Right - bounds.Right);
        var above = Math.Min(bounds.Top - box.Top, box.Bottom - bounds.Bottom);
        // Each by itself: a line that runs along the frame is not to be labelled at its end for that.
        return 1.5 * sag + Math.Abs(text.Rotation) / 90 - (Math.Min(beside, 25) + Math.Min(above, 25)) / 12;
    }

    /// <summary>A text from left to right along a chord, never upside down.</summary>
    private static TextShape Along(string label, Point start, Point end)
    {
        var direction = end.X >= start.X ? end - start : start - end;
        var degrees = Math.Atan2(direction.Y, direction.X) * 180 / Math.PI;
        return TextShape.At(
            label,
            0.5 * (start + end),
            HorizontalAlignment.Center,
            VerticalAlignment.Middle,
            FontSize,
            rotation: degrees
        ) with
        {
            Halo = 0.5,
        };
    }

    private bool IsFree(TextShape text, Isoline own)
    {
        var outline = text.Outline;
        var bounds = text.Bounds;
        if (!box.Inflate(-MarginToFrame).Contains(bounds))
            return false;
        if (_labels.Any(other => ConvexPolygons.Distance(outline, other) < MarginBetweenLabels))
            return false;
        return !lines.Any(line =>
            line != own
            && Edges(line)
                .Any(e =>
                    Clipping.Segment(e.First, e.Second, bounds.Inflate(MarginToLines)) is not null
                    && ConvexPolygons.Distance(outline, [e.First, e.Second]) < MarginToLines
                )
        );
    }

    private static IEnumerable<(Point First, Point Second)> Edges(Isoline line) =>
        line.Points.Zip(line.Points.Skip(1));
}
