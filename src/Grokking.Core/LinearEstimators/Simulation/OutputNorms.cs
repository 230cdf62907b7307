using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>How large G = BBᵀ is, the products of a network's rows with one another.</summary>
/// <param name="Norm">‖G‖, its largest eigenvalue.</param>
/// <param name="LargestRowSum">No row of |G| has a larger sum: √d_in times the length of the longest row of G.</param>
internal sealed record OutputNorms(double Norm, double LargestRowSum)
{
    /// <summary>Those of a B, d_in × d_out.</summary>
    public static OutputNorms Of(Matrix network, ILinearAlgebra algebra)
    {
        // BᵀB has the eigenvalues of BBᵀ but for zeros. As covariances half is multiplied.
        var (inputs, outputs) = (network.Rows, network.Columns);
        bool isSmaller = outputs < inputs;
        Matrix smaller = algebra.Covariance(isSmaller ? network : network.Transposed());
        double samples = isSmaller ? inputs : outputs;
        // The length of row i is that of BB_iᵀ, whose square is B_i BᵀB B_iᵀ.
        Matrix rows = isSmaller ? algebra.Product(network, false, smaller, false, samples) : smaller;
        double longest = Enumerable
            .Range(0, inputs)
            .Max(i =>
                isSmaller
                    ? TensorPrimitives.Dot<double>(rows.Row(i), network.Row(i))
                    : samples * samples * TensorPrimitives.SumOfSquares<double>(rows.Row(i))
            );
        return new(samples * algebra.Tridiagonalize(smaller).Eigenvalues()[^1], Math.Sqrt(inputs * longest));
    }
}
