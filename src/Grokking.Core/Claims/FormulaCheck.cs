using System.Text.Json.Serialization;

namespace Grokking.Claims;

/// <summary>
/// A printed formula held against what it stands for, over a domain. Where it stands follows from the deviations
/// found; it is never set.
/// </summary>
public sealed record FormulaCheck
{
    /// <summary>Its number in the paper, with a word if the equation has several parts, e.g. "eq. 16, Δt".</summary>
    public required string Equation { get; init; }

    /// <summary>What is printed.</summary>
    public required Formula Printed { get; init; }

    /// <summary>What deviates from what, and in which unit.</summary>
    public required string Quantity { get; init; }

    /// <summary>Where it was looked at: all or part of the domain it is printed for.</summary>
    public required string Domain { get; init; }

    /// <summary>
    /// The largest deviation found in <see cref="Domain"/>, with its uncertainty added; not negative, and null if a
    /// single replica cannot tell.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public required double? Deviation
    {
        get;
        init => field = value is { } deviation ? Require.NotNegative(deviation) : null;
    }

    /// <summary>A part of the domain in which it does better; null if none was tried.</summary>
    public Restriction? Within { get; init; }

    /// <summary>The largest deviation that counts as right, in the same unit, and why.</summary>
    public required Tolerance Tolerance { get; init; }

    /// <summary>The claims and errata that go into it further, by id.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>What the deviations say.</summary>
    [JsonInclude]
    public Standing Standing => Judge(Deviation, Within, Tolerance.Width);

    /// <summary>Where a formula stands whose deviations are these.</summary>
    /// <param name="deviation">As <see cref="Deviation"/>.</param>
    /// <param name="within">As <see cref="Within"/>.</param>
    /// <param name="width">The largest deviation that counts as right.</param>
    public static Standing Judge(double? deviation, Restriction? within, double width) =>
        deviation <= width ? Standing.Right
        : within?.Deviation <= width ? Standing.RightWithinDomain
        : deviation is null || within is { Deviation: null } ? Standing.Undecided
        : Standing.Wrong;
}
