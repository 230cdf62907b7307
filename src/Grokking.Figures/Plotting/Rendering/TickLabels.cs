using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The ticks of an axis of given length, thinned so that their labels stay apart.</summary>
internal sealed class TickLabels
{
    private const double FontSize = FigureStyle.SmallFontSize;
    private const double HorizontalGap = 0.7 * FontSize;
    private const double VerticalDistance = 1.6 * FontSize;

    public TickLabels(AxisRange range, double length, bool horizontal)
    {
        Ticks = range.Axis.GetTicks(range, horizontal ? FitsSideBySide : FitsInAColumn, length);
        Widest = Labelled(Ticks).Select(t => Width(t.Label!)).DefaultIfEmpty(0).Max();
        OverhangLow = Labelled(Ticks)
            .Select(t => Width(t.Label!) / 2 - range.Fraction(t.Value) * length)
            .DefaultIfEmpty(0)
            .Max();
        OverhangHigh = Labelled(Ticks)
            .Select(t => Width(t.Label!) / 2 - (1 - range.Fraction(t.Value)) * length)
            .DefaultIfEmpty(0)
            .Max();

        bool FitsSideBySide(IReadOnlyList<Tick> ticks) =>
            Neighbours(ticks)
                .All(pair =>
                    Distance(pair)
                    >= (Width(pair.First.Label!) + Width(pair.Second.Label!)) / 2 + HorizontalGap
                );

        bool FitsInAColumn(IReadOnlyList<Tick> ticks) =>
            Neighbours(ticks).All(pair => Distance(pair) >= VerticalDistance);

        double Distance((Tick First, Tick Second) pair) =>
            (range.Fraction(pair.Second.Value) - range.Fraction(pair.First.Value)) * length;
    }

    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>The width of the widest label.</summary>
    public double Widest { get; }

    /// <summary>How far the first label of a horizontal axis reaches beyond its lower end.</summary>
    public double OverhangLow { get; }

    /// <summary>How far the last label of a horizontal axis reaches beyond its upper end.</summary>
    public double OverhangHigh { get; }

    private static double Width(string label) => FontSize * RichText.Parse(label).Width;

    private static IEnumerable<Tick> Labelled(IReadOnlyList<Tick> ticks) =>
        ticks.Where(t => t.Label is not null);

    private static IEnumerable<(Tick First, Tick Second)> Neighbours(IReadOnlyList<Tick> ticks) =>
        Labelled(ticks).Zip(Labelled(ticks).Skip(1));
}
