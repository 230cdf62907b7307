using Grokking.LinearAlgebra;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The exact L_gen of two tanh networks over x ~ N(0, I). Student minus teacher is one network with 2 d_h units,
/// so L_gen = Σ_kl (v_k·v_l) E[φ(w_k·x) φ(w_l·x)]/d_out; and as w_k·x and w_l·x are Gaussian with correlation ρ,
/// the expectation is Σ_n c_n(‖w_k‖) c_n(‖w_l‖) ρⁿ with c_n(σ) = E[φ(σz) He_n(z)]/√n!, odd n only (Mehler).
/// </summary>
internal static class TwoLayerPopulationLoss
{
    /// <summary>L_gen of the student against the teacher, of the same shape.</summary>
    public static double Of(
        TwoLayerWeights student,
        TwoLayerWeights teacher,
        double gain,
        ILinearAlgebra algebra
    )
    {
        int units = 2 * student.First.Columns;
        var (overlaps, weights) = (new Matrix(units, units), new Matrix(units, units));
        var (inputs, outputs) = (SideBySide(student.First, teacher.First), Difference(student, teacher));
        algebra.Multiply(inputs, true, inputs, false, overlaps);
        algebra.Multiply(outputs, false, outputs, true, weights);
        double[] norms = [.. Enumerable.Range(0, units).Select(k => Math.Sqrt(overlaps[k, k]))];
        HermiteSeries[] series = [.. norms.Select(norm => HermiteSeries.OfTanh(gain, norm))];

        double sum = 0;
        for (int k = 0; k < units; k++)
        {
            sum += weights[k, k] * series[k].SecondMoment;
            for (int l = 0; l < k; l++)
            {
                double correlation = overlaps[k, l] / (norms[k] * norms[l]);
                sum += 2 * weights[k, l] * series[k].ProductMoment(series[l], correlation);
            }
        }
        return sum / student.Second.Columns;
    }

    // w: the columns of S⁽⁰⁾, then those of T⁽⁰⁾.
    private static Matrix SideBySide(Matrix left, Matrix right)
    {
        var both = new Matrix(left.Rows, left.Columns + right.Columns);
        for (int i = 0; i < left.Rows; i++)
        {
            left.Row(i).CopyTo(both.Row(i));
            right.Row(i).CopyTo(both.Row(i)[left.Columns..]);
        }
        return both;
    }

    // v: the rows of S⁽¹⁾, then those of −T⁽¹⁾.
    private static Matrix Difference(TwoLayerWeights student, TwoLayerWeights teacher) =>
        new(
            student.Second.Rows + teacher.Second.Rows,
            student.Second.Columns,
            [.. student.Second.Values, .. teacher.Second.Values.Select(weight => -weight)]
        );
}
