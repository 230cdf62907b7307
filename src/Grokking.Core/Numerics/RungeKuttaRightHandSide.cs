namespace Grokking.Numerics;

/// <summary>f of the initial-value problem y′ = f(t, y).</summary>
/// <param name="time">t.</param>
/// <param name="state">y, n components; only read.</param>
/// <param name="derivative">Receives f(t, y), all n components; what it held before is meaningless.</param>
public delegate void RungeKuttaRightHandSide(
    double time,
    ReadOnlySpan<double> state,
    Span<double> derivative
);
