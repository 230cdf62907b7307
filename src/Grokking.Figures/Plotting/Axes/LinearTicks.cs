namespace Grokking.Figures.Plotting.Axes;

/// <summary>Ticks of a linear scale.</summary>
internal static class LinearTicks
{
    public static IReadOnlyList<Tick> Choose(
        AxisRange range,
        double? step,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    ) => [];
}
