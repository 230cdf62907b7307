namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// What both losses tend to under weight decay, over the Marchenko–Pastur law and for one output; divide by d_out
/// for more of them. The paper's eq. 16, what it should say, and the exact limits.
/// </summary>
/// <remarks>
/// As t → ∞ eq. 15 leaves L = ½ E[q g²/(ν + g)²], g = γ/2: only the teacher's half of the start is held back. For
/// g ≪ (1 − √λ)² and λ &lt; 1 this is ½ g² E[q/ν²], with E[1/ν] = 1/(1−λ) and E[1/ν²] = 1/(1−λ)³: γ²/(8(1−λ)) and
/// γ²/(8(1−λ)³), half of what eq. 16 prints.
/// </remarks>
public static class WeightDecayLimits
{
    /// <summary>Eq. 16: L_tr ≃ γ²/(4(1−λ)), twice the true limit as γ → 0.</summary>
    /// <param name="sampleRatio">λ, in (0, 1).</param>
    /// <param name="weightDecay">γ, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TrainingLossAsPrinted(double sampleRatio, double weightDecay) =>
        2 * SmallDecayTrainingLoss(sampleRatio, weightDecay);

    /// <summary>Eq. 16: L_gen ≃ γ²/(4(1−λ)³), twice the true limit as γ → 0.</summary>
    /// <param name="sampleRatio">λ, in (0, 1).</param>
    /// <param name="weightDecay">γ, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double GeneralizationLossAsPrinted(double sampleRatio, double weightDecay) =>
        2 * SmallDecayGeneralizationLoss(sampleRatio, weightDecay);

    /// <summary>
    /// Eq. 16: Δt ≃ log(1+√λ)/(2η(1−√λ)²), the time between either decay-free loss of eq. 11 passing its own limit of
    /// eq. 16, the power of t left out: log((1−λ)/(1−√λ))/(2η(1−√λ)²).
    /// </summary>
    /// <param name="sampleRatio">λ, in (0, 1).</param>
    /// <param name="learningRate">η, in (0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double DifferenceAsPrinted(double sampleRatio, double learningRate)
    {
        double root = Math.Sqrt(Require.InOpen(sampleRatio, 0, 1, nameof(sampleRatio)));
        double gap = (1 - sampleRatio) / (1 + root);
        return Math.Log(1 + root) / (2 * Require.Positive(learningRate, nameof(learningRate)) * gap * gap);
    }

    /// <summary>Eq. 16 as derived: L_tr ≃ γ²/(8(1−λ)), to first order in γ/(1−λ)².</summary>
    /// <param name="sampleRatio">λ, in (0, 1).</param>
    /// <param name="weightDecay">γ, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double SmallDecayTrainingLoss(double sampleRatio, double weightDecay)
    {
        Require.NotNegative(weightDecay, nameof(weightDecay));
        return weightDecay * weightDecay / (8 * (1 - Require.InOpen(sampleRatio, 0, 1, nameof(sampleRatio))));
    }

    /// <summary>Eq. 16 as derived: L_gen ≃ γ²/(8(1−λ)³), to first order in γ/(1−λ)².</summary>
    /// <param name="sampleRatio">λ, in (0, 1).</param>
    /// <param name="weightDecay">γ, in [0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double SmallDecayGeneralizationLoss(double sampleRatio, double weightDecay) =>
        SmallDecayTrainingLoss(sampleRatio, weightDecay) / Math.Pow(1 - sampleRatio, 2);

    /// <summary>The exact limit of L_tr for γ > 0, g²p/(2R); see <see cref="Resolvent"/>.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="weightDecay">γ, in (0, ∞).</param>
    /// <returns>The limit to 1e-14 relative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TrainingLoss(double sampleRatio, double weightDecay)
    {
        Resolvent resolvent = Resolvent.At(
            sampleRatio,
            Require.Positive(weightDecay, nameof(weightDecay)) / 2
        );
        return resolvent.G * resolvent.G * resolvent.Fitted / (2 * resolvent.R);
    }

    /// <summary>The exact limit of L_gen for γ > 0, u(g + λu)/(2R); see <see cref="Resolvent"/>.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="weightDecay">γ, in (0, ∞).</param>
    /// <returns>
    /// The limit to 1e-14 relative. As γ → 0 at λ > 1 it is ½(1 − 1/λ), half of the limit at γ = 0: the student's half of
    /// the start decays however small γ is.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double GeneralizationLoss(double sampleRatio, double weightDecay) =>
        Resolvent.At(sampleRatio, Require.Positive(weightDecay, nameof(weightDecay)) / 2).HeldSquare / 2;
}
