using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The paper's late-time forms of both losses, for gradient flow without weight decay and one output; for more
/// of them pass ηt/d_out and divide the loss by d_out.
/// </summary>
public static class LateTime
{
    /// <summary>
    /// Eqs. 11 and 22: L_tr ≃ e^{−4η(1−√λ)²t}/(16 √π λ^{3/4} (ηt)^{3/2}), the first term of Hankel's expansion of I₁
    /// in eq. 9.
    /// </summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="etaTime">ηt, in (0, ∞); meant for ηt ≫ 1/√λ.</param>
    /// <returns>The approximation, to 3/(64√λ ηt) of L_tr and better.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TrainingLoss(double sampleRatio, double etaTime)
    {
        var (gap, scale) = Scales(sampleRatio, etaTime);
        return Math.Exp(-4 * gap * gap * etaTime) / (16 * scale * Math.Pow(etaTime, 1.5));
    }

    /// <summary>Eq. 11: L_gen ≃ L_tr/(1 − √λ)².</summary>
    /// <param name="sampleRatio">λ, in (0, 1).</param>
    /// <param name="etaTime">ηt, in (0, ∞); meant for ηt ≫ 1/(1 − √λ)², which the paper does not say.</param>
    /// <returns>The approximation, to about 3/(8(1 − √λ)²ηt) of L_gen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double GeneralizationLoss(double sampleRatio, double etaTime)
    {
        Require.InOpen(sampleRatio, 0, 1, nameof(sampleRatio));
        var (gap, _) = Scales(sampleRatio, etaTime);
        return TrainingLoss(sampleRatio, etaTime) / (gap * gap);
    }

    /// <summary>
    /// Eq. 23: L_gen ≃ √(ηt) e^{−4η(1−√λ)²t}/(2√π ηt λ^{3/4}) − (1−√λ) Γ(½, 4ηt(1−√λ)²)/(√π λ^{3/4}), which is eq. 22
    /// integrated from t to ∞ by dL_gen/dt = −4η L_tr.
    /// </summary>
    /// <param name="sampleRatio">λ, in (0, 1]; at 1 the second term is absent.</param>
    /// <param name="etaTime">ηt, in (0, ∞); meant for ηt ≫ 1/√λ.</param>
    /// <returns>The approximation, to 3/(64√λ ηt) of L_gen and better: uniformly as λ → 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RefinedGeneralizationLoss(double sampleRatio, double etaTime)
    {
        var (gap, scale) = Scales(sampleRatio, etaTime);
        Require.InClosed(sampleRatio, 0, 1, nameof(sampleRatio));
        double exponent = 4 * gap * gap * etaTime;
        double incomplete = Math.Sqrt(Math.PI) * RegularizedGamma.Upper(0.5, exponent); // Γ(½, ·)
        return ((Math.Exp(-exponent) / (2 * Math.Sqrt(etaTime))) - (gap * incomplete)) / scale;
    }

    /// <summary>1 − √λ and √π λ^{3/4}.</summary>
    private static (double Gap, double Scale) Scales(double sampleRatio, double etaTime)
    {
        Require.Positive(etaTime, nameof(etaTime));
        double root = Math.Sqrt(Require.Positive(sampleRatio, nameof(sampleRatio)));
        return ((1 - sampleRatio) / (1 + root), Math.Sqrt(Math.PI) * Math.Pow(sampleRatio, 0.75));
    }
}
