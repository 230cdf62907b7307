namespace Grokking.Figures.Plotting.Axes;

/// <summary>Ticks of a logarithmic scale.</summary>
internal static class LogarithmicTicks
{
    public static IReadOnlyList<Tick> Choose(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    ) => [];
}
