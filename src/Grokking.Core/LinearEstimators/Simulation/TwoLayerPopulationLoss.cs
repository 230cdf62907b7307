using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The exact L_gen of two tanh networks over x ~ N(0, I): (⟨S,S⟩ − 2⟨S,T⟩ + ⟨T,T⟩)/d_out with
/// ⟨A,B⟩ = E[f_A(x)·f_B(x)] = Σ_kl (v_k·v_l) E[φ(w_k·x) φ(w_l·x)] over the units k of A and l of B. As w_k·x and
/// w_l·x are Gaussian with correlation ρ, the expectation is Σ_n c_n(‖w_k‖) c_n(‖w_l‖) ρⁿ with
/// c_n(σ) = E[φ(σz) He_n(z)]/√n!, odd n only (Mehler).
/// </summary>
/// <remarks>Weights are given a row for each unit, S⁽⁰⁾ᵀ and S⁽¹⁾; all buffers are allocated once.</remarks>
internal sealed class TwoLayerPopulationLoss
{
    private readonly double _gain;
    private readonly ILinearAlgebra _algebra;
    private readonly Units _teacher;
    private readonly double _teacherSquare;
    private readonly Matrix _overlaps; // w_k·w_l, d_h × d_h
    private readonly Matrix _outputs; // v_k·v_l, d_h × d_h
    private readonly double[] _moments;

    public TwoLayerPopulationLoss(TwoLayerWeights teacher, double gain, ILinearAlgebra algebra)
    {
        (_gain, _algebra) = (gain, algebra);
        int width = teacher.Second.Rows;
        (_overlaps, _outputs, _moments) = (new(width, width), new(width, width), new double[width]);
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
        Multiply(weights, weights);
        double[] norms = [.. Enumerable.Range(0, _overlaps.Rows).Select(k => Math.Sqrt(_overlaps[k, k]))];
        HermiteSeries[] series = [.. norms.Select(norm => HermiteSeries.OfTanh(_gain, norm))];
        // A unit without weights has overlaps of 0 and moments of 0, whatever its correlations are called.
        double[] scales = Array.ConvertAll(norms, norm => norm > 0 ? norm : 1);
        var units = new Units(weights, scales, series, new HermiteTable(series));

        // A unit with itself has a correlation of 1, where the series converges slowly, but the moment itself is known.
        double square = 0;
        for (int k = 0; k < norms.Length; k++)
        {
            square += _outputs[k, k] * series[k].SecondMoment;
            _overlaps[k, k] = 0;
        }
        return (units, square + Sum(units, units));
    }

    /// <summary>⟨A,B⟩.</summary>
    private double Product(Units left, Units right)
    {
        Multiply(left.Weights, right.Weights);
        return Sum(left, right);
    }

    private void Multiply(TwoLayerWeights left, TwoLayerWeights right)
    {
        _algebra.Multiply(left.First, false, right.First, true, _overlaps);
        _algebra.Multiply(left.Second, false, right.Second, true, _outputs);
    }

    private double Sum(Units left, Units right)
    {
        double sum = 0;
        for (int k = 0; k < _overlaps.Rows; k++)
        {
            var correlations = _overlaps.Row(k);
            TensorPrimitives.Divide(correlations, right.Scales, correlations);
            TensorPrimitives.Divide(correlations, left.Scales[k], correlations);
            right.Table.ProductMoments(left.Series[k], correlations, _moments);
            sum += TensorPrimitives.Dot(_moments, _outputs.Row(k));
        }
        return sum;
    }

    private sealed record Units(
        TwoLayerWeights Weights,
        double[] Scales,
        HermiteSeries[] Series,
        HermiteTable Table
    );
}
