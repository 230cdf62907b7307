namespace Grokking.Numerics;

/// <summary>How accurate an integration must be, and how much it may cost.</summary>
/// <remarks>
/// A step is kept if the root mean square over components of error_i / (absolute + relative · |y_i|) is at
/// most 1. This bounds the error of one step; the error of the solution is usually within ten times of it.
/// </remarks>
public sealed record RungeKuttaOptions
{
    /// <summary>The error allowed per step relative to |y_i|; in [1e-12, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public required double RelativeTolerance
    {
        get;
        init => field = Require.InClosed(value, 1e-12, 1);
    }

    /// <summary>The error allowed per step whatever |y_i|, in the unit of the state; in (0, ∞).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public required double AbsoluteTolerance
    {
        get;
        init => field = Require.Positive(value);
    }

    /// <summary>The longest step, in the unit of time; in (0, ∞].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public double MaximumStep
    {
        get;
        init => field = double.IsPositiveInfinity(value) ? value : Require.Positive(value);
    } = double.PositiveInfinity;

    /// <summary>
    /// The most stages of one step, s; in [2, 1000]. Steps are at most 0.65 (s² − 1) / ρ long, ρ the spectral
    /// radius, and rounding grows as s².
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaximumStages
    {
        get;
        init => field = Require.InClosed(value, 2, 1000);
    } = 200;

    /// <summary>The most evaluations of the right-hand side; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaximumEvaluations
    {
        get;
        init => field = Require.InClosed(value, 1, int.MaxValue);
    } = 1_000_000;
}
