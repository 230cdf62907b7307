using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The losses of a student whose training labels are each off by an independent δ ~ N(0, σ²) per output, against the
/// clean teacher.
/// </summary>
/// <remarks>
/// <para>
/// The gradient is Σ D − p with p = Xᵀδ/N_tr, and the student converges to D(∞) = p̃/(ν + g) instead of 0. Along an
/// eigenvector p̃ is Gaussian with variance σ²ν/N_tr, since Cov p = Xᵀ(σ²I)X/N_tr² = σ²Σ/N_tr, and independent of S(0)
/// and T. So the mode gets (1 − a) p̃/(ν + g) with a = e^{−2η(ν+g)t/d_out} on top of what it has without noise, and the
/// losses, a sum over d_in = λN_tr modes, get λσ² E[q ν (1 − a)²/(ν + g)²]; q = ν in training, 1 in generalisation.
/// </para>
/// <para>
/// Without weight decay the excess of L_gen is λσ² E[(1 − a)²/ν]: it starts at 0, grows, and ends at λσ² E[1/ν] =
/// λσ²/(1 − λ) for λ &lt; 1 and σ²/(λ − 1) for λ > 1. It is no constant, and it diverges at λ = 1.
/// </para>
/// </remarks>
public sealed class LabelNoiseTheory
{
    private readonly OneLayerTheory clean;
    private readonly SpectralMeasure measure;
    private readonly double noise;

    /// <summary>Theory over the Marchenko–Pastur law at the parameters' λ.</summary>
    /// <param name="parameters">All of the model's parameters.</param>
    /// <param name="labelNoise">σ, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">σ is negative, infinite or NaN.</exception>
    public LabelNoiseTheory(OneLayerParameters parameters, double labelNoise)
    {
        noise = Require.NotNegative(labelNoise, nameof(labelNoise));
        measure = new MarchenkoPastur(parameters.SampleRatio).Measure();
        clean = new OneLayerTheory(measure, parameters);
    }

    /// <summary>L_tr(t) against the teacher, Tr(DᵀΣD)/d_out.</summary>
    /// <param name="time">t in epochs, in [0, ∞].</param>
    public double TrainingLoss(double time) =>
        Clean(clean.TrainingLoss, time) + (noise * noise * Excess(time, node => node));

    /// <summary>L_gen(t), ‖D‖²/d_out.</summary>
    /// <param name="time">t in epochs, in [0, ∞].</param>
    public double GeneralizationLoss(double time) =>
        Clean(clean.GeneralizationLoss, time) + (noise * noise * GeneralizationExcess(time));

    /// <summary>What noise of σ = 1 adds to L_gen at t, λE[ν(1 − a)²/(ν + g)²].</summary>
    /// <param name="time">t in epochs, in [0, ∞].</param>
    /// <returns>The excess to 1e-9 relative for |λ − 1| ≥ 1e-3: the accuracy of the quadrature.</returns>
    public double GeneralizationExcess(double time) => Excess(time, _ => 1);

    private static double Clean(LossCurve loss, double time) =>
        double.IsPositiveInfinity(time) ? loss.Final().Value : loss.At(time).Value;

    private double Excess(double time, Func<double, double> weighting)
    {
        OneLayerParameters p = clean.Parameters;
        double step = 2 * p.LearningRate / p.OutputDimension;
        return p.SampleRatio
            * measure
                .Expectation(node =>
                {
                    if (node == 0)
                        return 0; // no sample has a part there, and no noise reaches it
                    double rate = node + p.DecayShift;
                    double learnt = 1 - Math.Exp(-step * rate * time);
                    return weighting(node) * node * learnt * learnt / (rate * rate);
                })
                .Value;
    }
}
