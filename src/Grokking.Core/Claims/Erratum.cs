namespace Grokking.Claims;

/// <summary>Something printed that is not so: what it says, what it should say, and the numbers that decide.</summary>
public sealed record Erratum
{
    /// <summary>A name, e.g. "E16-limits".</summary>
    public required string Id { get; init; }

    /// <summary>Where it is printed.</summary>
    public required string Source { get; init; }

    /// <summary>What is printed.</summary>
    public required Formula Printed { get; init; }

    /// <summary>What follows instead, and from what.</summary>
    public required Formula Derived { get; init; }

    /// <summary>The number that decides between the two.</summary>
    /// <exception cref="ArgumentException">One of its values is not finite.</exception>
    public required Decision Decision
    {
        get;
        init =>
            field =
                double.IsFinite(value.Printed) && double.IsFinite(value.Derived) && IsFinite(value.Measured)
                    ? value
                    : throw new ArgumentException("a decision is made between finite numbers", nameof(value));
    }

    /// <summary>
    /// The numbers behind it, each with a name that says what it is; all finite. The uncertainty is that of replicas for
    /// what was measured, of the computation for what was computed, and 0 for what is given.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public required IReadOnlyDictionary<string, Measurement> Evidence
    {
        get;
        init =>
            field =
                value.Count > 0 && value.Values.All(IsFinite)
                    ? value
                    : throw new ArgumentException("evidence is made of finite numbers", nameof(value));
    }

    /// <summary>The source file that holds the derivation, from the root of the repository.</summary>
    public required string Derivation { get; init; }

    /// <summary>The command that shows it.</summary>
    public required string Command { get; init; }

    /// <summary>The studies whose results it rests on, by id.</summary>
    public required IReadOnlyList<string> Studies { get; init; }

    /// <summary>The claims and errata that speak of the same thing, by id.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    private static bool IsFinite(Measurement measurement) =>
        double.IsFinite(measurement.Value) && double.IsFinite(measurement.Uncertainty ?? 0);
}
