using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>The powers r^t of a mode's factor per epoch, r = 1 − 2η(ν+g)/d_out in (−1, 1].</summary>
/// <remarks>Relative error below 2e-13 wherever r^t ≥ 1e-300, for t up to 10^15.</remarks>
internal readonly struct Decay
{
    private readonly double _logOfSize;
    private readonly bool _negative;

    /// <param name="step">1 − r, in [0, 2).</param>
    private Decay(double step)
    {
        _negative = step > 1;
        _logOfSize = _negative ? Math.Log(step - 1) : LogOfOneMinus(step);
    }

    /// <summary>The factor of the mode with eigenvalue ν.</summary>
    /// <exception cref="ArgumentException">r ≤ −1: descent with these settings does not converge.</exception>
    public static Decay Of(OneLayerExperiment experiment, double eigenvalue)
    {
        double shift = experiment.WeightDecay / 2;
        double step = 2 * experiment.LearningRate * (eigenvalue + shift) / experiment.OutputDimension;
        return step is >= 0 and < 2
            ? new(step)
            : throw new ArgumentException(
                $"Gradient descent does not converge: 2η(ν+γ/2)/d_out is {step} at ν = {eigenvalue}; "
                    + "allowed: [0, 2)",
                nameof(experiment)
            );
    }

    /// <summary>−log r; null where r is not in (0, 1).</summary>
    public double? Rate => _negative || !(_logOfSize < 0 && double.IsFinite(_logOfSize)) ? null : -_logOfSize;

    /// <summary>r^t for t ≥ 0; 0⁰ = 1.</summary>
    public double At(long epoch)
    {
        double size = epoch == 0 ? 1 : Math.Exp(epoch * _logOfSize);
        return _negative && long.IsOddInteger(epoch) ? -size : size;
    }

    /// <summary>log(1 − x) to the last digits for small x too: Kahan's correction of what 1 − x rounds away.</summary>
    private static double LogOfOneMinus(double x)
    {
        double rest = 1 - x;
        return rest is 1 ? -x
            : rest is 0 ? double.NegativeInfinity
            : Math.Log(rest) * x / (1 - rest);
    }
}
