using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The paper's closed grokking times, from the late-time losses of eq. 11, for gradient flow without weight
/// decay and one output; where a form is not a real number it is null, never NaN.
/// </summary>
/// <remarks>
/// The paper counts a task as learnt at accuracy erf √2, that is at L* = ε/4: for another level, and d_out = 1,
/// pass ε = 4L*. Each polynomial in √λ under a printed cube root is a power of 1 − √λ over λ^{3/2} and computed as
/// such: as printed, (1 − √λ)⁶ loses every digit above λ = 0.99.
/// </remarks>
public static class AsymptoticGrokkingTime
{
    /// <summary>Eq. 12: Δt ≃ log(1/(1−√λ))/(2η(1−√λ)²), from e^{−4η(1−√λ)²t} alone; null for λ ≥ 1.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="learningRate">η, in (0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double? Difference(double sampleRatio, double learningRate)
    {
        double gap = Gap(sampleRatio, learningRate);
        return gap > 0 ? -Math.Log(gap) / (2 * learningRate * gap * gap) : null;
    }

    /// <summary>Eq. 12 at a model's parameters, with η/d_out for η (eq. 13); null for λ ≥ 1 or γ > 0, of which it does not speak.</summary>
    /// <param name="parameters">The model.</param>
    public static double? Difference(OneLayerParameters parameters) =>
        parameters.WeightDecay > 0 ? null : Difference(parameters.SampleRatio, PerOutput(parameters));

    /// <summary>Text after eq. 12: Δt ~ log(4/(1−λ)²)/(η(1−λ)²) as λ → 1; null for λ ≥ 1.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="learningRate">η, in (0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double? DifferenceNearOne(double sampleRatio, double learningRate)
    {
        double gap = Gap(sampleRatio, learningRate);
        double square = (1 - sampleRatio) * (1 - sampleRatio);
        return gap > 0 ? Math.Log(4 / square) / (learningRate * square) : null;
    }

    /// <summary>Eq. 24: t*_tr ≃ 3/(8η(1−√λ)²) W(A (1−√λ)^{4/3}), A as below; null for λ ≥ 1.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="learningRate">η, in (0, ∞).</param>
    /// <param name="epsilon">ε, in (0, ∞).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double? TrainingTime(double sampleRatio, double learningRate, double epsilon)
    {
        double gap = Gap(sampleRatio, learningRate);
        return gap > 0
            ? Rate(gap, learningRate)
                * LambertW.Principal(Argument(sampleRatio, gap, epsilon) * Math.Pow(gap, 4.0 / 3))
            : null;
    }

    /// <summary>
    /// Eq. 24: t*_gen ≃ 3/(8η(1−√λ)²) W(A) with A = 2^{5/3} (1−√λ)^{2/3}/(3 ∛π √λ ε^{2/3}); null for λ ≥ 1.
    /// </summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="learningRate">η, in (0, ∞).</param>
    /// <param name="epsilon">ε, in (0, ∞).</param>
    /// <remarks>
    /// With x = ηt and c = (1−√λ)², eq. 11 at L = ε/4 is w e^w = (8c/3)(4√π λ^{3/4} ε c)^{−2/3} for w = 8cx/3, and without
    /// the last c for training.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double? GeneralizationTime(double sampleRatio, double learningRate, double epsilon)
    {
        double gap = Gap(sampleRatio, learningRate);
        return gap > 0
            ? Rate(gap, learningRate) * LambertW.Principal(Argument(sampleRatio, gap, epsilon))
            : null;
    }

    /// <summary>
    /// Eq. 26: eq. 12 plus 3/(8η(1−√λ)²) log(1 + log((1−√λ)^{4/3})/log A), from W(x) ≃ log x − log log x in eq. 24.
    /// </summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="learningRate">η, in (0, ∞).</param>
    /// <param name="epsilon">ε, in (0, ∞).</param>
    /// <returns>
    /// The printed expression wherever it is a real number, and null elsewhere: for λ ≥ 1, and for 1 ≤ A ≤ (1−√λ)^{−4/3},
    /// where the two logarithms of its fraction differ in sign or one is 0; at the paper's λ = 0.9 that is
    /// 9e-5 ≤ ε ≤ 0.034.
    /// </returns>
    /// <remarks>
    /// It is an approximation only beyond the band, for A ≫ (1−√λ)^{−4/3}. For A &lt; 1 neither log log x exists that it
    /// is the difference of; their imaginary parts iπ cancel, and what is left is a real number above eq. 12.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double? RefinedDifference(double sampleRatio, double learningRate, double epsilon)
    {
        double gap = Gap(sampleRatio, learningRate);
        if (gap <= 0)
            return null;
        double logGeneralization = Math.Log(Argument(sampleRatio, gap, epsilon));
        double logTraining = logGeneralization + (4.0 / 3 * Math.Log(gap));
        double quotient = logTraining / logGeneralization;
        return quotient > 0 && double.IsFinite(quotient)
            ? Difference(sampleRatio, learningRate) + (Rate(gap, learningRate) * Math.Log(quotient))
            : null;
    }

    /// <summary>Eq. 26 at a model's parameters, with η/d_out for η; null where it is not a real number and for γ > 0.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="epsilon">ε, in (0, ∞).</param>
    public static double? RefinedDifference(OneLayerParameters parameters, double epsilon) =>
        parameters.WeightDecay > 0
            ? null
            : RefinedDifference(parameters.SampleRatio, PerOutput(parameters), epsilon);

    private static double PerOutput(OneLayerParameters parameters) =>
        parameters.LearningRate / parameters.OutputDimension;

    /// <summary>1 − √λ without cancellation.</summary>
    private static double Gap(double sampleRatio, double learningRate)
    {
        Require.Positive(learningRate, nameof(learningRate));
        Require.Positive(sampleRatio, nameof(sampleRatio));
        return (1 - sampleRatio) / (1 + Math.Sqrt(sampleRatio));
    }

    private static double Rate(double gap, double learningRate) => 3 / (8 * learningRate * gap * gap);

    /// <summary>A = 2^{5/3} (1−√λ)^{2/3}/(3 ∛π √λ ε^{2/3}).</summary>
    private static double Argument(double sampleRatio, double gap, double epsilon) =>
        Math.Pow(2, 5.0 / 3)
        * Math.Pow(gap / Require.Positive(epsilon, nameof(epsilon)), 2.0 / 3)
        / (3 * Math.Cbrt(Math.PI) * Math.Sqrt(sampleRatio));
}
