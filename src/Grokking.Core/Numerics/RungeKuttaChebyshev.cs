namespace Grokking.Numerics;

/// <summary>
/// Integrates y′ = f(t, y) by the Runge–Kutta–Chebyshev method: second order, explicit, and stable for
/// spectra along the negative real axis, such as gradient flows have. It adapts the step to the error and the
/// number of stages to the step, and allocates only when it starts.
/// </summary>
/// <remarks>
/// Sommeijer, Shampine &amp; Verwer, J. Comput. Appl. Math. 88 (1997) 315: error estimate, controller and
/// power iteration are theirs.
/// </remarks>
public static class RungeKuttaChebyshev
{
    /// <summary>Integrates from <paramref name="start"/> to <paramref name="end"/>, one callback per step.</summary>
    /// <param name="rightHandSide">f.</param>
    /// <param name="start">Initial time.</param>
    /// <param name="initial">y at the start, n ≥ 1 components; copied.</param>
    /// <param name="end">Final time, greater than <paramref name="start"/>; the last segment ends exactly there.</param>
    /// <param name="options">Tolerances and limits.</param>
    /// <param name="onStep">Receives each step's solution; consecutive segments meet.</param>
    /// <exception cref="ArgumentException">There are no components, or the end is not after the start.</exception>
    /// <exception cref="RungeKuttaException">
    /// The evaluations are used up, the step became too small to advance time, or f is not finite.
    /// </exception>
    public static RungeKuttaStatistics Integrate(
        RungeKuttaRightHandSide rightHandSide,
        double start,
        ReadOnlySpan<double> initial,
        double end,
        RungeKuttaOptions options,
        Action<RungeKuttaSegment> onStep
    )
    {
        RequireProblem(initial, start, end);
        var integrator = new RungeKuttaIntegrator(rightHandSide, initial.Length, options);
        integrator.Begin(start, initial);
        integrator.Advance(end, integrator.FirstStep(end - start), onStep);
        return integrator.Statistics;
    }

    /// <exception cref="ArgumentException">There are no components, or the end is not after the start.</exception>
    internal static void RequireProblem(ReadOnlySpan<double> initial, double start, double end)
    {
        if (initial.IsEmpty)
            throw new ArgumentException("a state needs at least one component", nameof(initial));
        if (!(start < end && double.IsFinite(end - start)))
            throw new ArgumentException($"the end {end:R} is not after the start {start:R}", nameof(end));
    }
}
