namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt close to λ = 1.</summary>
/// <param name="Epsilon">ε.</param>
/// <param name="Distance">1 − λ.</param>
/// <param name="Exact">Δt by the exact theory, in epochs.</param>
/// <param name="Error">How far <paramref name="Exact"/> may be off, by the quadrature's own estimate and rounding.</param>
/// <param name="Eq12">Δt by eq. 12, in epochs; null at λ = 1.</param>
public sealed record CriticalDelay(double Epsilon, double Distance, double Exact, double Error, double? Eq12);
