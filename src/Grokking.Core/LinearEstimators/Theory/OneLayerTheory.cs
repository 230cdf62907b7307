using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The losses that the one-layer student of Levi et al. 2024 is expected to have at time t, for any spectrum of
/// Σ, output dimension and weight decay (eqs. 8, 13, 15), by gradient flow or exact gradient descent.
/// </summary>
/// <remarks>
/// L = E[q (a² + b²)/2]/d_out with a = e^{−κt}, b = (νa + g)/(ν + g), g = γ/2; q = ν in training and 1 in
/// generalisation. κ = 2η(ν + g)/d_out for <see cref="Dynamics.Flow"/> and −log |1 − 2η(ν + g)/d_out| for
/// <see cref="Dynamics.Descent"/>, where a mode with a negative multiplier is interpolated through its even steps.
/// </remarks>
public sealed class OneLayerTheory
{
    /// <summary>Theory over the spectrum given, which decides; the parameters' λ is not looked at.</summary>
    /// <param name="measure">The spectrum of Σ: a law's, or that of one draw.</param>
    /// <param name="parameters">d_in, d_out, η and γ.</param>
    /// <param name="dynamics">Flow or exact descent.</param>
    /// <exception cref="ArgumentOutOfRangeException">Descent diverges: 2η(ν + g)/d_out ≥ 2 at the largest ν.</exception>
    public OneLayerTheory(
        SpectralMeasure measure,
        OneLayerParameters parameters,
        Dynamics dynamics = Dynamics.Flow
    )
    {
        Parameters = parameters;
        TrainingLoss = new LossCurve(measure, parameters, dynamics, weighting: node => node);
        GeneralizationLoss = new LossCurve(measure, parameters, dynamics, weighting: _ => 1, TrainingLoss);
    }

    /// <summary>Theory over the Marchenko–Pastur law at the parameters' λ.</summary>
    /// <param name="parameters">All of the model's parameters.</param>
    /// <param name="dynamics">Flow or exact descent.</param>
    /// <exception cref="ArgumentOutOfRangeException">Descent diverges: 2η(λ₊ + g)/d_out ≥ 2.</exception>
    public OneLayerTheory(OneLayerParameters parameters, Dynamics dynamics = Dynamics.Flow)
        : this(new MarchenkoPastur(parameters.SampleRatio).Measure(), parameters, dynamics) { }

    /// <summary>The parameters, as given.</summary>
    public OneLayerParameters Parameters { get; }

    /// <summary>L_tr as a function of time.</summary>
    public LossCurve TrainingLoss { get; }

    /// <summary>L_gen as a function of time.</summary>
    public LossCurve GeneralizationLoss { get; }

    /// <summary>Covariance of log L_tr(t₁) with log L_gen(t₂) over draws of S(0) and T, to first order.</summary>
    /// <param name="trainingTime">t₁ in epochs, in [0, ∞).</param>
    /// <param name="generalizationTime">t₂ in epochs, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, infinite or NaN.</exception>
    public double CovarianceOfLogs(double trainingTime, double generalizationTime) =>
        TrainingLoss.CovarianceOfLogs(trainingTime, GeneralizationLoss, generalizationTime);
}
