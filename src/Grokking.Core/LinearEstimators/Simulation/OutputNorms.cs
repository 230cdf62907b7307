using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>How large G = BBᵀ is, the products of a network's rows with one another.</summary>
/// <param name="Norm">‖G‖, its largest eigenvalue.</param>
/// <param name="LargestRowSum">That of |G|.</param>
internal sealed record OutputNorms(double Norm, double LargestRowSum)
{
    /// <summary>Those of a B.</summary>
    public static OutputNorms Of(Matrix network, ILinearAlgebra algebra)
    {
        // As covariances, of which half is multiplied: BBᵀ/d_out, and BᵀB/d_in with the same eigenvalues but for zeros and factor.
        var (inputs, outputs) = (network.Rows, network.Columns);
        Matrix gram = algebra.Covariance(network.Transposed());
        double rowSum = Enumerable
            .Range(0, inputs)
            .Max(i => TensorPrimitives.SumOfMagnitudes<double>(gram.Row(i)));
        return new(
            outputs < inputs
                ? inputs * algebra.Eigenvalues(algebra.Covariance(network))[^1]
                : outputs * algebra.Eigenvalues(gram)[^1],
            outputs * rowSum
        );
    }
}
