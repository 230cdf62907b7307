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
        Matrix gram = algebra.Product(network, false, network, true);
        // BᵀB has the same eigenvalues, but for zeros.
        Matrix smaller =
            network.Columns < network.Rows ? algebra.Product(network, true, network, false) : gram;
        return new(
            algebra.Eigenvalues(smaller)[^1],
            Enumerable.Range(0, gram.Rows).Max(i => TensorPrimitives.SumOfMagnitudes<double>(gram.Row(i)))
        );
    }
}
