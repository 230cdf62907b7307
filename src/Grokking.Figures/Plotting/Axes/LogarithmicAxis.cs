namespace Grokking.Figures.Plotting.Axes;

/// <summary>A logarithmic scale, base 10.</summary>
public class LogarithmicAxis : Axis
{
    /// <inheritdoc/>
    public override bool IsValid(double value) => double.IsFinite(value) && value > 0;

    /// <inheritdoc/>
    public override double Transform(double value) => Math.Log10(value);

    /// <inheritdoc/>
    public override IReadOnlyList<Tick> GetTicks(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    ) => LogarithmicTicks.Choose(range, fits, length);

    private protected override (double Low, double High) FallbackRange => (1, 10);

    private protected override (double Low, double High) Pad(double low, double high)
    {
        var factor = high > low ? Math.Pow(high / low, 0.04) : 2;
        return (low / factor, high * factor);
    }
}
