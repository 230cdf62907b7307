namespace Grokking.Figures.Plotting.Axes;

/// <summary>A linear scale with ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
public class LinearAxis : Axis
{
    /// <summary>The distance of the labelled ticks; null chooses it.</summary>
    public double? MajorStep { get; init; }

    /// <summary>Whether the ends have labels of their own, for a range between two round ones.</summary>
    public bool HasLabelledEnds { get; init; }

    /// <inheritdoc/>
    public override bool IsValid(double value) => double.IsFinite(value);

    /// <inheritdoc/>
    public override double Transform(double value) => value;

    /// <inheritdoc/>
    public override IReadOnlyList<Tick> GetTicks(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    ) => [.. LinearTicks.Choose(range, MajorStep, fits, length), .. HasLabelledEnds ? Ends(range) : []];

    private static Tick[] Ends(AxisRange range) =>
        [
            new(range.Minimum, IsMajor: true, Text.NumberText.Format(range.Minimum)),
            new(range.Maximum, IsMajor: true, Text.NumberText.Format(range.Maximum)),
        ];

    private protected override (double Low, double High) FallbackRange => (0, 1);

    private protected override (double Low, double High) Pad(double low, double high)
    {
        var margin = high > low ? 0.04 * (high - low) : Math.Max(Math.Abs(low), 1) * 0.5;
        return (low - margin, high + margin);
    }
}
