using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The mean of ‖Dᵀx‖²/d_out over samples, without a look at any of them: Σ_ij (r_i r_j)ᵗ G_ij S_ij/d_out, where
/// G = BBᵀ and S = ⟨x̃x̃ᵀ⟩ are matrices of d_in × d_in once and for all epochs.
/// </summary>
/// <param name="components">D along the modes, without limit.</param>
/// <param name="gram">G; asked for when first needed, as are the samples.</param>
/// <param name="samples">x̃, a column for each sample.</param>
/// <param name="algebra">Multiplies.</param>
internal sealed class MeanErrors(
    DecayingRows components,
    Lazy<Matrix> gram,
    Lazy<Matrix> samples,
    ILinearAlgebra algebra
)
{
    private readonly Lazy<Matrix> _weights = new(() =>
    {
        Matrix weights = algebra.Covariance(samples.Value.Transposed());
        TensorPrimitives.Multiply(weights.Values, gram.Value.Values, weights.Values);
        TensorPrimitives.Divide(weights.Values, components.Initial.Columns, weights.Values);
        return weights;
    });

    /// <summary>The means at some epochs, in their order.</summary>
    public double[] At(IReadOnlyList<long> epochs)
    {
        var factors = new Matrix(epochs.Count, components.Initial.Rows);
        for (int k = 0; k < epochs.Count; k++)
        for (int i = 0; i < factors.Columns; i++)
            factors[k, i] = components.Factor(i, epochs[k]);
        Matrix weighted = algebra.Product(factors, false, _weights.Value, false);
        return
        [
            .. Enumerable
                .Range(0, epochs.Count)
                .Select(k => TensorPrimitives.Dot<double>(factors.Row(k), weighted.Row(k))),
        ];
    }
}
