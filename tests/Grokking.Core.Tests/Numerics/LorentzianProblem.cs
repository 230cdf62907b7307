using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

/// <summary>
/// y′ = −2 t y² from 1 until t = 2, y = 1/(1 + t²): nonlinear, and time enters by itself, so that a wrong stage time shows.
/// </summary>
internal static class LorentzianProblem
{
    /// <summary>Integrates from 0 to <see cref="End"/>, beginning with y = 1.</summary>
    public delegate void Integration(RungeKuttaOptions options, Action<RungeKuttaSegment> onStep);

    public const double End = 2;

    public static double Slope(double time, double y) => -2 * time * y * y;

    public static RungeKuttaOptions Tolerances(double tolerance) =>
        new() { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance };

    /// <summary>How far an integration with steps no longer than one given ends from the solution.</summary>
    public static double Error(double step, double tolerance, Integration integrate)
    {
        double final = double.NaN;
        integrate(Tolerances(tolerance) with { MaximumStep = step }, segment => final = segment.EndState[0]);
        return Math.Abs(final - 0.2);
    }
}
