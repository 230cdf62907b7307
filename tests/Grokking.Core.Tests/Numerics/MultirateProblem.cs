using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

/// <summary>Two decays, one 10⁴ times as fast, and a slow part that couples them.</summary>
internal static class MultirateProblem
{
    public static readonly RungeKuttaOptions Options = new()
    {
        RelativeTolerance = 1e-6,
        AbsoluteTolerance = 1e-9,
    };

    public static void Fast(double time, ReadOnlySpan<double> y, Span<double> dy) =>
        (dy[0], dy[1]) = (-y[0], -1e4 * y[1]);

    public static void Slow(double time, ReadOnlySpan<double> y, Span<double> dy) =>
        (dy[0], dy[1]) = (0.02 * y[1], 0.01 * y[0] * y[0]);

    public static MultirateStatistics Integrate(
        RungeKuttaRightHandSide fast,
        RungeKuttaRightHandSide slow,
        double end,
        Action<RungeKuttaSegment> onStep,
        RungeKuttaOptions? options = null
    ) => MultirateRungeKutta.Integrate(fast, slow, 0, [1, 1], end, options ?? Options, onStep);
}
