namespace Grokking.Figures.Plotting.Axes;

/// <summary>A scale: from data values to the unit interval, and the ticks upon it.</summary>
public abstract class Axis
{
    /// <summary>The side of the plot area; a colour axis sits on the right or, unseen, nowhere.</summary>
    public AxisPosition Position { get; init; }

    /// <summary>The title, in the markup of <see cref="Text.RichText"/>.</summary>
    public string? Title { get; init; }

    /// <summary>The lower end in data units; null takes it from the data.</summary>
    public double? Minimum { get; init; }

    /// <summary>The upper end in data units, above <see cref="Minimum"/>; null takes it from the data.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the scale can show this value: finite, and positive if logarithmic.</summary>
    public abstract bool IsValid(double value);

    /// <summary>The scale's own coordinate of a value: the value itself, or its logarithm.</summary>
    public abstract double Transform(double value);

    /// <summary>The range to show: the fixed ends, the others from the data.</summary>
    /// <param name="data">Data, which keep some distance from the ends.</param>
    /// <param name="exact">Data that fill the range to its ends, or null.</param>
    /// <exception cref="InvalidOperationException">
    /// The range is empty, not finite, or not positive on a logarithmic scale.
    /// </exception>
    internal AxisRange GetRange(IEnumerable<double> data, IReadOnlyCollection<double>? exact = null)
    {
        var valid = data.Where(IsValid).ToArray();
        var (low, high) = exact is { Count: > 0 }
            ? (exact.Min(), exact.Max())
            : Pad(
                valid.DefaultIfEmpty(FallbackRange.Low).Min(),
                valid.DefaultIfEmpty(FallbackRange.High).Max()
            );
        (low, high) = (Minimum ?? low, Maximum ?? high);
        if (!IsValid(low) || !IsValid(high) || low >= high)
            throw new InvalidOperationException($"The axis '{Title}' cannot span [{low}, {high}].");
        return new(this, low, high);
    }

    /// <summary>The ticks of a range.</summary>
    /// <param name="range">The ends, in data units.</param>
    /// <param name="fits">
    /// Whether a set of labelled ticks can be set without collisions; the finest set that fits is taken.
    /// </param>
    /// <param name="length">The length of the axis, in points.</param>
    public abstract IReadOnlyList<Tick> GetTicks(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    );

    private protected abstract (double Low, double High) FallbackRange { get; }

    private protected abstract (double Low, double High) Pad(double low, double high);
}
