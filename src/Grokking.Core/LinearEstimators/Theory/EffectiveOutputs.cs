namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// How many equally large, independent components the error Dᵀx of a sample is worth: k in
/// ‖Dᵀx‖² ~ (d_out L/k) χ²_k. Eq. 13 of Levi et al. 2024 takes k = d_out; it is fewer.
/// </summary>
/// <remarks>
/// <para>
/// At a given D the error of a fresh sample is Gaussian with covariance C = DᵀD, so that ‖Dᵀx‖² has mean Tr C = d_out L
/// and variance 2 Tr C². (d_out L/k) χ²_k has the same two if k = (Tr C)²/Tr C². Eq. 13 would need C = L·1: d_out columns
/// of D that are equally long and orthogonal.
/// </para>
/// <para>
/// In the eigenbasis of Σ the d_in d_out entries of D are independent Gaussians of variance f_i/(d_in d_out) in row i, with
/// f = (a² + b²)/2 the decay of a mode's squared amplitude. With r = E[f²]/(d_in E[f]²) this makes E Tr C² = d_out (1 +
/// (d_out+1) r) and E (Tr C)² = d_out (d_out + 2r), in units of (E[f]/d_out)², so that 1/k = (1 + (d_out+1) r)/(d_out +
/// 2r), which is 1/d_out + r for many outputs, and 1 for one. At first r = 1/d_in; it grows as fewer and fewer slow modes
/// hold the error, so that k → 1 in the end.
/// </para>
/// <para>
/// On the training set C = DᵀΣD, whose r is E[(νf)²]/(d_in E[νf]²). Its N_tr samples are not drawn anew: the rows of the
/// orthogonal factor of X make the mean of ‖Dᵀx‖² over the set Tr C without fluctuation, and its variance over the set
/// (2/(N_tr+2)) (N_tr Tr C² − (Tr C)²): 1/k is (N_tr/(N_tr+2)) (1/k' − 1/N_tr), k' by the formula above. At first this
/// takes from r = (1+λ)/d_in the λ/d_in = 1/N_tr by which it exceeds that of a fresh sample.
/// </para>
/// </remarks>
public static class EffectiveOutputs
{
    /// <summary>k for the accuracy on fresh samples.</summary>
    /// <param name="theory">The losses.</param>
    /// <param name="time">t in epochs, in [0, ∞).</param>
    /// <returns>k in [1, d_out], from the expectations of both traces: to first order in their spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, infinite or NaN.</exception>
    public static double OfFreshSamples(OneLayerTheory theory, double time) =>
        1 / Inverse(theory.GeneralizationLoss, theory, time);

    /// <summary>k for the accuracy on the training set, N_tr = d_in/λ.</summary>
    /// <param name="theory">The losses.</param>
    /// <param name="time">t in epochs, in [0, ∞).</param>
    /// <returns>k, positive, from the expectations of both traces: to first order in their spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException">t is negative, infinite or NaN.</exception>
    public static double OfTrainingSamples(OneLayerTheory theory, double time)
    {
        double samples = theory.Parameters.InputDimension / theory.Parameters.SampleRatio;
        return (samples + 2) / ((samples * Inverse(theory.TrainingLoss, theory, time)) - 1);
    }

    private static double Inverse(LossCurve loss, OneLayerTheory theory, double time)
    {
        double outputs = theory.Parameters.OutputDimension;
        double r = outputs / 2 * loss.RelativeVariance(time);
        return (1 + ((outputs + 1) * r)) / (outputs + (2 * r));
    }
}
