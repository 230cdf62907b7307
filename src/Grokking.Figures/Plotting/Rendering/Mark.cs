using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A marker of a series at its place.</summary>
internal sealed record Mark(ScatterSeries Series, ScatterPoint Point, Point Center, double Size)
{
    private bool IsRing => !Series.MarkerFilled;

    /// <summary>The markers, in the order in which they are drawn, each as large as nesting asks.</summary>
    public static Mark[] Nested(IEnumerable<Mark> drawn)
    {
        Mark[] marks = [.. drawn];
        // From the top down: how large a marker is depends on those above it.
        for (var i = marks.Length - 1; i >= 0; i--)
        {
            var around = marks.Skip(i + 1).Where(marks[i].Surrounds).Select(other => other.Size);
            var least = around.DefaultIfEmpty(0).Max();
            marks[i] = marks[i] with { Size = Math.Max(marks[i].Size, least + marks[i].Step) };
        }
        return marks;
    }

    private double Step => IsRing ? FigureStyle.RingStep : FigureStyle.NestingStep;

    /// <summary>Whether this one, below the other, would be hidden by it.</summary>
    private bool Surrounds(Mark other) =>
        Series.IsNested
        && other.Series.IsNested
        && !other.IsRing
        && (!IsRing || other.Series.MarkerType == Series.MarkerType)
        && (other.Center - Center).Length < 0.7 * other.Size;
}
