namespace Grokking.Numerics;

/// <summary>
/// Integrates y′ = f(t, y) + r(t, y) where f is cheap to evaluate and carries the stiffness, and r is dear and varies slowly
/// along the solution. Over long steps r is a polynomial p(t), and Runge–Kutta–Chebyshev integrates y′ = f + p within them:
/// a multirate infinitesimal step method, with r evaluated once a step.
/// </summary>
/// <remarks>
/// Knoth &amp; Wolke, Appl. Numer. Math. 28 (1998) 327. Predict: p is linear, through r at the last two ends of steps.
/// Evaluate r at the predicted end. If that moves the end by more than the tolerance, the step is tried again, shorter.
/// Correct: p is quadratic, through the new value too, which stays as it is: the corrected end differs from the predicted by
/// less than the tolerance. Only correctors are observed. Where r is no small part of f + r, or stiff, steps
/// become short.
/// </remarks>
public sealed class MultirateRungeKutta
{
    private readonly RungeKuttaRightHandSide _slow;
    private readonly RungeKuttaOptions _options;
    private readonly RungeKuttaIntegrator _within;
    private readonly MultiratePolynomial _polynomial;
    private readonly double[] _state;
    private readonly double[] _error;
    private double _time;
    private bool _isCorrecting;
    private int _evaluations;

    private MultirateRungeKutta(
        RungeKuttaRightHandSide fast,
        RungeKuttaRightHandSide slow,
        double start,
        double[] initial,
        RungeKuttaOptions options
    )
    {
        (_slow, _options, _time, _state) = (slow, options, start, initial);
        _error = new double[initial.Length];
        _polynomial = new(initial.Length);
        _within = new(
            (time, state, derivative) =>
            {
                fast(time, state, derivative);
                _polynomial.AddTo(derivative, time, _isCorrecting);
            },
            initial.Length,
            options
        );
    }

    /// <summary>Integrates from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="fast">f; its spectrum along the negative real axis.</param>
    /// <param name="slow">r.</param>
    /// <param name="start">Initial time.</param>
    /// <param name="initial">y at the start, n ≥ 1 components; copied.</param>
    /// <param name="end">Final time, greater than <paramref name="start"/>; the last segment ends exactly there.</param>
    /// <param name="options">Tolerances and limits: the same for long steps and those within. Evaluations are those of f; of r there are fewer.</param>
    /// <param name="onStep">Receives the solution over each step within a long one; consecutive segments meet.</param>
    /// <exception cref="ArgumentException">There are no components, or the end is not after the start.</exception>
    /// <exception cref="RungeKuttaException">
    /// The evaluations are used up, a step became too small to advance time, or f or r is not finite.
    /// </exception>
    public static MultirateStatistics Integrate(
        RungeKuttaRightHandSide fast,
        RungeKuttaRightHandSide slow,
        double start,
        ReadOnlySpan<double> initial,
        double end,
        RungeKuttaOptions options,
        Action<RungeKuttaSegment> onStep
    )
    {
        RungeKuttaChebyshev.RequireProblem(initial, start, end);
        return new MultirateRungeKutta(fast, slow, start, initial.ToArray(), options).Run(end, onStep);
    }

    private MultirateStatistics Run(double end, Action<RungeKuttaSegment> onStep)
    {
        var controller = new RungeKuttaStepController();
        (int kept, int rejected) = (0, 0);
        Evaluate(_time, _state, _polynomial.Begin(_time));
        _within.Begin(_time, _state);
        double within = _within.FirstStep(end - _time);
        double step = within;
        while (_time < end)
        {
            double target = RungeKuttaStepLength.End(_time, Math.Min(step, _options.MaximumStep), end);
            step = target - _time;
            Predict(target, within);
            Evaluate(target, _within.State, _polynomial.Propose(target));
            _polynomial.PredictionError(_error);
            double error = RungeKuttaErrorNorm.Of(_error, _state, _within.State, _options);
            if (!(error <= 1))
            {
                rejected++;
                step = RungeKuttaStepController.AfterRejected(step, error);
                continue;
            }

            kept++;
            _isCorrecting = true;
            within = Advance(target, within, onStep);
            _isCorrecting = false;
            _polynomial.Accept();
            _within.State.CopyTo(_state);
            _time = target;
            step = controller.AfterKept(step, error);
        }
        return new(kept, rejected, _evaluations, _within.Statistics);
    }

    // What fails in a predictor, which nobody observes, fails after the last step kept.
    private void Predict(double target, double step)
    {
        try
        {
            Advance(target, step, static _ => { });
        }
        catch (RungeKuttaException failure) when (failure.Time > _time)
        {
            throw new RungeKuttaException(_time, $"in the step from there, {failure.Message}");
        }
    }

    private double Advance(double target, double step, Action<RungeKuttaSegment> onStep)
    {
        _within.Begin(_time, _state);
        return _within.Advance(target, step, onStep);
    }

    private void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        _evaluations++;
        _slow(time, state, derivative);
    }
}
