using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// How accuracy follows from loss: the d_out components of the error Dᵀx of a sample are taken as independent
/// Gaussians of variance L (Levi et al. 2024, eqs. 10 and 13). For one output that is exact; for more of them they are
/// not equally large, see <see cref="EffectiveOutputs"/>.
/// </summary>
public static class AccuracyLaw
{
    /// <summary>A = P(d_out/2, d_out ε/(2L)), which is erf √(ε/2L) for d_out = 1; in [0, 1].</summary>
    /// <param name="loss">L, in [0, ∞); without loss the accuracy is 1.</param>
    /// <param name="outputDimension">d_out, in [1, 10^5].</param>
    /// <param name="epsilon">ε, the squared-error threshold of a sample, in (0, ∞).</param>
    /// <returns>The accuracy, to 1e-12 relative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Accuracy(double loss, int outputDimension, double epsilon)
    {
        Require.NotNegative(loss, nameof(loss));
        Require.InClosed(outputDimension, 1, 100_000, nameof(outputDimension));
        Require.Positive(epsilon, nameof(epsilon));
        return loss == 0
            ? 1
            : RegularizedGamma.Lower(outputDimension / 2.0, outputDimension * epsilon / 2 / loss);
    }

    /// <summary>L* = d_out ε/(2 P⁻¹(d_out/2, level)): accuracy is at its level or above for L ≤ L*.</summary>
    /// <param name="outputDimension">d_out, in [1, 10^5].</param>
    /// <param name="criterion">ε and the level.</param>
    /// <returns>L* to 1e-12 relative; infinite if the level is so low that every loss meets it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">d_out is outside its range.</exception>
    public static double ThresholdLoss(int outputDimension, AccuracyCriterion criterion)
    {
        Require.InClosed(outputDimension, 1, 100_000, nameof(outputDimension));
        double quantile = RegularizedGamma.InverseLower(outputDimension / 2.0, criterion.Level);
        return outputDimension * criterion.Epsilon / 2 / quantile;
    }
}
