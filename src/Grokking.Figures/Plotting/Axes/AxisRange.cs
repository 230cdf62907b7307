namespace Grokking.Figures.Plotting.Axes;

/// <summary>The part of a scale that is shown.</summary>
/// <param name="Axis">The scale.</param>
/// <param name="Minimum">The lower end, in data units.</param>
/// <param name="Maximum">The upper end, in data units, above the lower one.</param>
public sealed record AxisRange(Axis Axis, double Minimum, double Maximum)
{
    /// <summary>The position of a value the scale can show: 0 at the lower end, 1 at the upper one.</summary>
    public double Fraction(double value)
    {
        var low = Axis.Transform(Minimum);
        return (Axis.Transform(value) - low) / (Axis.Transform(Maximum) - low);
    }

    /// <summary>Whether a value lies between the ends, up to rounding errors.</summary>
    public bool Contains(double value) => Fraction(value) is >= -1e-9 and <= 1 + 1e-9;
}
