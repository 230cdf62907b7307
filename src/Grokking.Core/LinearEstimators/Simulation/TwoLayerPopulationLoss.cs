using Grokking.LinearAlgebra;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The exact L_gen of two tanh networks over x ~ N(0, I): (⟨S,S⟩ − 2⟨S,T⟩ + ⟨T,T⟩)/d_out with
/// ⟨A,B⟩ = E[f_A(x)·f_B(x)] = Σ_kl (v_k·v_l) E[φ(w_k·x) φ(w_l·x)] over the units k of A and l of B. As w_k·x and
/// w_l·x are Gaussian with correlation ρ, the expectation is Σ_n c_n(‖w_k‖) c_n(‖w_l‖) ρⁿ with
/// c_n(σ) = E[φ(σz) He_n(z)]/√n!, odd n only (Mehler).
/// </summary>
internal sealed class TwoLayerPopulationLoss
{
    private readonly double _gain;
    private readonly ILinearAlgebra _algebra;
    private readonly Units _teacher;
    private readonly double _teacherSquare;

    public TwoLayerPopulationLoss(TwoLayerWeights teacher, double gain, ILinearAlgebra algebra)
    {
        (_gain, _algebra) = (gain, algebra);
        (_teacher, _teacherSquare) = Square(teacher);
    }

    /// <summary>L_gen of a student of the teacher's shape.</summary>
    public double Of(TwoLayerWeights student)
    {
        var (units, square) = Square(student);
        return (square - (2 * Product(units, _teacher)) + _teacherSquare) / student.Second.Columns;
    }

    /// <summary>⟨A,A⟩.</summary>
    private (Units Units, double Square) Square(TwoLayerWeights weights)
    {
        // AᵀA over the number of rows; what follows needs correlations only, and the norms.
        Matrix overlaps = _algebra.Covariance(weights.First);
        int inputs = weights.First.Rows;
        double[] norms =
        [
            .. Enumerable.Range(0, overlaps.Rows).Select(k => Math.Sqrt(inputs * overlaps[k, k])),
        ];
        var units = new Units(weights, norms, [.. norms.Select(norm => HermiteSeries.OfTanh(_gain, norm))]);
        Matrix outputs = _algebra.Product(weights.Second, false, weights.Second, true);
        double sum = 0;
        for (int k = 0; k < norms.Length; k++)
        {
            sum += outputs[k, k] * units.Series[k].SecondMoment;
            for (int l = 0; l < k; l++)
                sum += 2 * outputs[k, l] * Moment(units, k, units, l, inputs * overlaps[k, l]);
        }
        return (units, sum);
    }

    /// <summary>⟨A,B⟩.</summary>
    private double Product(Units left, Units right)
    {
        Matrix overlaps = _algebra.Product(left.Weights.First, true, right.Weights.First, false);
        Matrix outputs = _algebra.Product(left.Weights.Second, false, right.Weights.Second, true);
        double sum = 0;
        for (int k = 0; k < outputs.Rows; k++)
        for (int l = 0; l < outputs.Columns; l++)
            sum += outputs[k, l] * Moment(left, k, right, l, overlaps[k, l]);
        return sum;
    }

    private static double Moment(Units left, int k, Units right, int l, double overlap) =>
        left.Series[k].ProductMoment(right.Series[l], overlap / (left.Norms[k] * right.Norms[l]));

    private sealed record Units(TwoLayerWeights Weights, double[] Norms, HermiteSeries[] Series);
}
