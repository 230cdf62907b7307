namespace Grokking.Curves;

/// <summary>How far a value may lie from the expected one: by the larger of two bounds.</summary>
public sealed record ColumnTolerance
{
    /// <summary>The bound as a fraction of the expected value; in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public required double Relative
    {
        get;
        init => field = Require.InClosed(value, 0, 1);
    }

    /// <summary>The bound in the column's own unit, for values near 0; in [0, ∞).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN, negative or infinite.</exception>
    public required double Absolute
    {
        get;
        init => field = Require.NotNegative(value);
    }

    /// <summary>Why the bounds are what they are, for whoever wants to change them.</summary>
    public required string Reason { get; init; }

    /// <summary>The largest distance from <paramref name="expected"/> that passes.</summary>
    public double Around(double expected) => Math.Max(Absolute, Relative * Math.Abs(expected));
}
