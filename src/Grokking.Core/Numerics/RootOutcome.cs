namespace Grokking.Numerics;

/// <summary>What the search for a root of a decreasing function ended with.</summary>
public abstract record RootOutcome
{
    private RootOutcome() { }

    /// <summary>The function changes sign at <paramref name="Position"/>.</summary>
    public sealed record Found(double Position) : RootOutcome;

    /// <summary>The function is not positive anywhere in the interval: a root, if any, lies below it.</summary>
    public sealed record BelowInterval : RootOutcome;

    /// <summary>The function is still positive at the interval's end: a root, if any, lies above it.</summary>
    public sealed record AboveInterval : RootOutcome;
}
