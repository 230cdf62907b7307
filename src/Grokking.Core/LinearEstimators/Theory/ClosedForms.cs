using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The losses of gradient flow without weight decay in closed form over the Marchenko–Pastur law, for one output;
/// for more of them pass ηt/d_out and divide the loss by d_out (Levi et al. 2024, eq. 13).
/// </summary>
public static class ClosedForms
{
    /// <summary>L_tr = e^{−(1+λ)s} I₁(2√λ s)/(√λ s) with s = 4ηt, which is eq. 9 with its exponentials merged.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="etaTime">ηt, in [0, ∞).</param>
    /// <returns>The loss to 1e-14 · (1 + (1 − √λ)²s) relative: Bessel functions and the rounded exponent.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TrainingLoss(double sampleRatio, double etaTime)
    {
        var (root, distance, s, z) = Scales(sampleRatio, etaTime);
        return s == 0 ? 1 : Math.Exp(-distance * distance * s) * ScaledBessel.I1(z) / (root * s);
    }

    /// <summary>Eq. 9 as it is printed: L_tr = e^{−4η(λ+1)t} ₀F̃₁(2; 16η²t²λ), ₀F̃₁(a; x) = ₀F₁(a; x)/Γ(a).</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="etaTime">ηt, in [0, ∞), with 8√λ ηt ≤ 700: the hypergeometric function overflows beyond.</param>
    /// <returns>
    /// The loss to 1e-14 + 2e-15 (1 + λ)ηt relative, from the power series of ₀F̃₁; 0 where e^{−4(1+λ)ηt}, taken for
    /// itself, underflows.
    /// </returns>
    /// <remarks>The text glosses ₀F̃₁ as ₀F₁ · Γ(a) instead of ₀F₁/Γ(a); Γ(2) = 1 makes it harmless here.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TrainingLossAsPrinted(double sampleRatio, double etaTime)
    {
        var (root, _, s, z) = Scales(sampleRatio, etaTime);
        Require.InClosed(z, 0, 700, "8√λ ηt");
        double argument = root * s * root * s;
        double term = 1;
        double sum = 1;
        for (double k = 1; term > 1e-18 * sum; k++)
        {
            term *= argument / (k * (k + 1));
            sum += term;
        }
        return Math.Exp(-(1 + sampleRatio) * s) * sum;
    }

    /// <summary>
    /// L_gen = (E₀ − (1−λ)Q)/λ + E₁/√λ with s = 4ηt, z = 2√λ s, E_n = e^{−(1+λ)s} I_n(z) and the Marcum function
    /// Q = Q₁(√(2λs), √(2s)); for every λ > 0.
    /// </summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="etaTime">ηt, in [0, ∞).</param>
    /// <returns>
    /// The loss. Terms of order E₀/λ cancel down to it: measured against quadrature for (1 − √λ)²s ≤ 300, 2e-11
    /// relative at λ = 1e-4, 2e-12 for λ ≥ 1e-3 and 1e-12 for λ ≥ 0.1.
    /// </returns>
    /// <remarks>
    /// <para>
    /// The paper says that it found none; this is how it comes about. By eq. 8, dL_gen/ds = −E[ν e^{−νs}] = −L_tr =
    /// −E₁/(√λ s), and L_gen(0) = 1. It is enough that the right-hand side has this derivative and this start.
    /// With I₀' = I₁ and I₁' = I₀ − I₁/z, dE₀/ds = −(1+λ)E₀ + 2√λ E₁ and dE₁/ds = −(1+λ)E₁ + 2√λ E₀ − E₁/s.
    /// With ∂Q₁/∂a = b e^{−(a²+b²)/2} I₁(ab), ∂Q₁/∂b = −b e^{−(a²+b²)/2} I₀(ab) and da/ds = a/2s, db/ds = b/2s,
    /// dQ/ds = √λ E₁ − E₀. In the sum E₀ has the coefficient (−(1+λ) + (1−λ))/λ + 2 = 0 and E₁ has
    /// 2/√λ − (1−λ)/√λ − (1+λ)/√λ − 1/(√λ s) = −1/(√λ s).
    /// </para>
    /// <para>
    /// For λ > 1, Q = 1 + E₀ − Q₁(√(2s), √(2λs)) takes out the limit 1 − 1/λ.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double GeneralizationLoss(double sampleRatio, double etaTime)
    {
        var (root, distance, s, z) = Scales(sampleRatio, etaTime);
        double decay = Math.Exp(-distance * distance * s);
        double first = ScaledBessel.I0(z);
        double second = ScaledBessel.I1(z);
        if (sampleRatio <= 1)
        {
            double tail = (1 - sampleRatio) * MarcumQ.Scaled(distance, z);
            return decay * (((first - tail) / sampleRatio) + (second / root));
        }
        double excess = (sampleRatio - 1) / sampleRatio;
        double complement = MarcumQ.Scaled(-distance / root, z);
        return excess + (decay * (first - (excess * complement) + (second / root)));
    }

    private static (double Root, double Distance, double S, double Z) Scales(
        double sampleRatio,
        double etaTime
    )
    {
        double root = Math.Sqrt(Require.Positive(sampleRatio, nameof(sampleRatio)));
        double s = 4 * Require.NotNegative(etaTime, nameof(etaTime));
        return (root, (1 - sampleRatio) / (1 + root), s, 2 * root * s);
    }
}
