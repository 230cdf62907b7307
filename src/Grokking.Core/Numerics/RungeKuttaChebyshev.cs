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
public sealed class RungeKuttaChebyshev
{
    private const int StepsBetweenRadii = 25;

    private readonly RungeKuttaRightHandSide _rightHandSide;
    private readonly RungeKuttaOptions _options;
    private readonly RungeKuttaChebyshevStep _method;
    private readonly RungeKuttaSpectralRadius _power;
    private double _time;
    private double[] _state;
    private double[] _slope;
    private double[] _nextState;
    private double[] _nextSlope;
    private int _evaluations;

    private RungeKuttaChebyshev(
        RungeKuttaRightHandSide rightHandSide,
        double start,
        double[] initial,
        RungeKuttaOptions options
    )
    {
        (_rightHandSide, _options, _time, _state) = (rightHandSide, options, start, initial);
        _slope = new double[initial.Length];
        _nextState = new double[initial.Length];
        _nextSlope = new double[initial.Length];
        _method = new(Evaluate, initial.Length);
        _power = new(Evaluate, initial.Length);
    }

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
        if (initial.IsEmpty)
            throw new ArgumentException("a state needs at least one component", nameof(initial));
        if (!(start < end && double.IsFinite(end - start)))
            throw new ArgumentException($"the end {end:R} is not after the start {start:R}", nameof(end));
        return new RungeKuttaChebyshev(rightHandSide, start, initial.ToArray(), options).Run(end, onStep);
    }

    private RungeKuttaStatistics Run(double end, Action<RungeKuttaSegment> onStep)
    {
        var segment = new RungeKuttaSegment();
        var controller = new RungeKuttaStepController();
        (int kept, int rejected, int radiusAge) = (0, 0, 0);
        Evaluate(_time, _state, _slope);
        double radius = _power.Estimate(_time, _state, _slope);
        double largest = radius;
        double step = FirstStep(Math.Min(_options.MaximumStep, end - _time), radius);
        while (_time < end)
        {
            if (radiusAge++ == StepsBetweenRadii)
            {
                (radius, radiusAge) = (_power.Estimate(_time, _state, _slope), 1);
                largest = Math.Max(largest, radius);
            }

            step = Math.Min(step, _options.MaximumStep);
            step = Math.Min(step, RungeKuttaChebyshevStep.StiffnessFor(_options.MaximumStages) / radius);
            double remaining = end - _time;
            if (step < remaining)
                step = WithoutLastDigits(step);
            if (step < remaining && 2 * step > remaining)
                step = remaining / 2; // rather than leave a sliver for the last step
            double target = step < remaining ? _time + step : end;
            step = target - _time;
            if (step <= 16 * (Math.BitIncrement(Math.Abs(_time)) - Math.Abs(_time)))
                throw new RungeKuttaException(_time, $"a step of {step:R} is too small to advance time");

            // A step at its longest has just the most stages; rounding must not add one.
            int stages = Math.Min(RungeKuttaChebyshevStep.StagesFor(step * radius), _options.MaximumStages);
            _method.Take(_time, step, stages, _state, _slope, _nextState);
            Evaluate(target, _nextState, _nextSlope);
            double error = ScaledError(step);
            if (!(error <= 1))
            {
                rejected++;
                step = RungeKuttaStepController.AfterRejected(step, error);
                radiusAge = StepsBetweenRadii; // perhaps it had grown
                continue;
            }

            kept++;
            segment.Set((_time, _state, _slope), (target, _nextState, _nextSlope));
            onStep(segment);
            _time = target;
            (_state, _nextState) = (_nextState, _state);
            (_slope, _nextSlope) = (_nextSlope, _slope);
            step = controller.AfterKept(step, error);
        }
        return new(kept, rejected, _evaluations, largest);
    }

    // An explicit Euler step of length 1/ρ shows how fast the slope changes; a tenth of what the tolerance
    // would then allow is a safe beginning.
    private double FirstStep(double longest, double radius)
    {
        double step = Math.Min(longest, 1 / radius);
        for (int i = 0; i < _state.Length; i++)
            _nextState[i] = _state[i] + (step * _slope[i]);
        Evaluate(_time + step, _nextState, _nextSlope);
        double sum = 0;
        for (int i = 0; i < _state.Length; i++)
            sum += Square(step * (_nextSlope[i] - _slope[i]) / Allowed(_state[i]));
        double error = Math.Sqrt(sum / _state.Length);
        return error > 0 ? Math.Min(longest, 0.1 * step / Math.Sqrt(error)) : longest;
    }

    // Three digits of a step are enough; further ones would carry the rounding of the right-hand side into all times.
    private static double WithoutLastDigits(double step) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(step) & (-1L << 42));

    private double ScaledError(double step)
    {
        double sum = 0;
        for (int i = 0; i < _state.Length; i++)
        {
            double error = (0.8 * (_state[i] - _nextState[i])) + (0.4 * step * (_slope[i] + _nextSlope[i]));
            sum += Square(error / Allowed(Math.Max(Math.Abs(_state[i]), Math.Abs(_nextState[i]))));
        }
        return Math.Sqrt(sum / _state.Length);
    }

    private double Allowed(double value) =>
        _options.AbsoluteTolerance + (_options.RelativeTolerance * Math.Abs(value));

    private static double Square(double value) => value * value;

    private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        if (_evaluations == _options.MaximumEvaluations)
            throw new RungeKuttaException(_time, $"all {_evaluations} evaluations are used up");
        _evaluations++;
        _rightHandSide(time, state, derivative);
    }
}
