namespace Grokking.Numerics;

/// <summary>
/// Takes the steps of <see cref="RungeKuttaChebyshev"/>, over one interval or several pieces that need not meet: they share
/// the spectral radius, the vectors and the budget.
/// </summary>
internal sealed class RungeKuttaIntegrator
{
    private const int StepsBetweenRadii = 25;

    private readonly RungeKuttaRightHandSide _rightHandSide;
    private readonly RungeKuttaOptions _options;
    private readonly RungeKuttaChebyshevStep _method;
    private readonly RungeKuttaSpectralRadius _power;
    private readonly RungeKuttaSegment _segment = new();
    private readonly double[] _error;
    private double _time;
    private double[] _state;
    private double[] _slope;
    private double[] _nextState;
    private double[] _nextSlope;
    private double _radius; // ρ, a fifth above it
    private double _largestRadius;
    private int _radiusAge;
    private int _kept;
    private int _rejected;
    private int _evaluations;

    /// <summary>Prepares to integrate a system of <paramref name="size"/> components, piece by piece.</summary>
    public RungeKuttaIntegrator(RungeKuttaRightHandSide rightHandSide, int size, RungeKuttaOptions options)
    {
        (_rightHandSide, _options) = (rightHandSide, options);
        _state = new double[size];
        _slope = new double[size];
        _nextState = new double[size];
        _nextSlope = new double[size];
        _error = new double[size];
        _method = new(Evaluate, size);
        _power = new(Evaluate, size);
    }

    /// <summary>y where the last piece ended.</summary>
    public ReadOnlySpan<double> State => _state;

    /// <summary>What all pieces together cost.</summary>
    public RungeKuttaStatistics Statistics => new(_kept, _rejected, _evaluations, _largestRadius);

    /// <summary>Begins a piece.</summary>
    /// <param name="start">Its initial time.</param>
    /// <param name="initial">y there, n components; copied.</param>
    public void Begin(double start, ReadOnlySpan<double> initial)
    {
        _time = start;
        initial.CopyTo(_state);
        Evaluate(_time, _state, _slope);
    }

    /// <summary>A safe first step of the piece just begun, where nothing better is known; takes a spectral radius.</summary>
    /// <param name="longest">What it may be at most.</param>
    public double FirstStep(double longest)
    {
        EstimateRadius();
        return FirstStep(Math.Min(_options.MaximumStep, longest), _radius);
    }

    /// <summary>Integrates the piece just begun. The spectral radius is handed on from piece to piece.</summary>
    /// <param name="end">Its final time, after its initial one.</param>
    /// <param name="step">The first step to try: that of the first piece, or what the piece before returned.</param>
    /// <param name="onStep">Receives each step's solution.</param>
    /// <returns>The step that would come next.</returns>
    public double Advance(double end, double step, Action<RungeKuttaSegment> onStep)
    {
        var controller = new RungeKuttaStepController();
        while (_time < end)
        {
            if (_radiusAge++ == StepsBetweenRadii)
                EstimateRadius();

            step = Math.Min(step, _options.MaximumStep);
            step = Math.Min(step, RungeKuttaChebyshevStep.StiffnessFor(_options.MaximumStages) / _radius);
            double target = RungeKuttaStepLength.End(_time, step, end);
            step = target - _time;

            // A step at its longest has just the most stages; rounding must not add one.
            int stages = Math.Min(RungeKuttaChebyshevStep.StagesFor(step * _radius), _options.MaximumStages);
            _method.Take(_time, step, stages, _state, _slope, _nextState);
            Evaluate(target, _nextState, _nextSlope);
            double error = ScaledError(step);
            if (!(error <= 1))
            {
                _rejected++;
                step = RungeKuttaStepController.AfterRejected(step, error);
                _radiusAge = StepsBetweenRadii; // perhaps it had grown
                continue;
            }

            _kept++;
            _segment.Set((_time, _state, _slope), (target, _nextState, _nextSlope));
            onStep(_segment);
            _time = target;
            (_state, _nextState) = (_nextState, _state);
            (_slope, _nextSlope) = (_nextSlope, _slope);
            step = controller.AfterKept(step, error);
        }
        return step;
    }

    private void EstimateRadius()
    {
        (_radius, _radiusAge) = (_power.Estimate(_time, _state, _slope), 1);
        _largestRadius = Math.Max(_largestRadius, _radius);
    }

    // An explicit Euler step of length 1/ρ shows how fast the slope changes; a tenth of what the tolerance
    // would then allow is a safe beginning.
    private double FirstStep(double longest, double radius)
    {
        double step = Math.Min(longest, 1 / radius);
        LinearCombination.Write(_nextState, (1, _state), (step, _slope));
        Evaluate(_time + step, _nextState, _nextSlope);
        LinearCombination.Write(_error, (step, _nextSlope), (-step, _slope));
        double error = RungeKuttaErrorNorm.Of(_error, _state, _state, _options);
        return error > 0 ? Math.Min(longest, 0.1 * step / Math.Sqrt(error)) : longest;
    }

    private double ScaledError(double step)
    {
        LinearCombination.Write(
            _error,
            (0.8, _state),
            (-0.8, _nextState),
            (0.4 * step, _slope),
            (0.4 * step, _nextSlope)
        );
        return RungeKuttaErrorNorm.Of(_error, _state, _nextState, _options);
    }

    private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        if (_evaluations == _options.MaximumEvaluations)
            throw new RungeKuttaException(_time, $"all {_evaluations} evaluations are used up");
        _evaluations++;
        _rightHandSide(time, state, derivative);
    }
}
