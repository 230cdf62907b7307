namespace Grokking.Claims;

/// <summary>A narrower domain of a formula.</summary>
/// <param name="Domain">Which, in words.</param>
/// <param name="Deviation">The largest deviation found in it, with its uncertainty added; null if a single replica cannot tell.</param>
public sealed record Restriction(string Domain, double? Deviation);
