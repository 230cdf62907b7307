namespace Grokking.Numerics;

/// <summary>
/// The solution over one step, as the cubic that has the solution's values and slopes at both ends. The
/// integrator reuses it: it is valid only inside the callback that receives it.
/// </summary>
/// <remarks>Between the ends the error is O(h⁴), h the step, on top of the error at the ends (measured in the tests).</remarks>
public sealed class RungeKuttaSegment
{
    private double[] _startState = [];
    private double[] _startSlope = [];
    private double[] _endState = [];
    private double[] _endSlope = [];

    /// <summary>Where the step starts.</summary>
    public double Start { get; private set; }

    /// <summary>Where the step ends; greater than <see cref="Start"/>.</summary>
    public double End { get; private set; }

    /// <summary>y at <see cref="End"/>.</summary>
    public ReadOnlySpan<double> EndState => _endState;

    /// <summary>Writes y at a time within the step into <paramref name="state"/>.</summary>
    /// <param name="time">In [<see cref="Start"/>, <see cref="End"/>].</param>
    /// <param name="state">Receives the n components.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is NaN or outside the step.</exception>
    public void At(double time, Span<double> state)
    {
        Require.InClosed(time, Start, End, nameof(time));
        double step = End - Start;
        double x = (time - Start) / step;
        double endWeight = x * x * (3 - (2 * x));
        LinearCombination.Write(
            state,
            (1 - endWeight, _startState),
            (endWeight, _endState),
            (step * x * (1 - x) * (1 - x), _startSlope),
            (-step * x * x * (1 - x), _endSlope)
        );
    }

    internal void Set(
        (double Time, double[] State, double[] Slope) start,
        (double Time, double[] State, double[] Slope) end
    )
    {
        (Start, _startState, _startSlope) = start;
        (End, _endState, _endSlope) = end;
    }
}
