namespace Grokking.Claims;

/// <summary>How far a measurement may lie from the prediction for the claim to hold, and why just that far.</summary>
public sealed record Tolerance
{
    /// <summary>A band of predicted ± width, borders included.</summary>
    /// <param name="width">Half the width of the band, in the unit of the quantity; finite, not negative.</param>
    /// <param name="reason">Why; a sentence without its full stop.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width is negative, infinite or NaN.</exception>
    public Tolerance(double width, string reason)
    {
        Width = Require.NotNegative(width, nameof(width));
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Reason = reason;
    }

    /// <summary>Half the width of the band.</summary>
    public double Width { get; }

    /// <summary>Why it is that wide.</summary>
    public string Reason { get; }
}
