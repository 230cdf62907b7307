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

    /// <summary>The numbers that decide, each with a name that says what it is; all finite.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public required IReadOnlyDictionary<string, double> Evidence
    {
        get;
        init =>
            field =
                value.Count > 0 && value.Values.All(double.IsFinite)
                    ? value
                    : throw new ArgumentException("evidence is made of finite numbers", nameof(value));
    }

    /// <summary>The command that shows it.</summary>
    public required string Command { get; init; }
}
