using System.Numerics.Tensors;

namespace Grokking.LinearAlgebra;

/// <summary>What of vectors lies beside directions.</summary>
internal static class GramSchmidt
{
    /// <summary>Takes from a vector what lies along some rows of a matrix.</summary>
    /// <param name="directions">Those rows are orthonormal; there may be none.</param>
    /// <param name="rows">Which they are.</param>
    /// <param name="vector">As long as they; what is left of it stands there.</param>
    /// <returns>The length of what is left.</returns>
    public static double Remove(Matrix directions, Range rows, Span<double> vector)
    {
        var (first, count) = rows.GetOffsetAndLength(directions.Rows);
        // Twice, or rounding of the first time would be a share of the little that is left.
        for (int time = 0; time < 2; time++)
        for (int row = first; row < first + count; row++)
        {
            var direction = directions.Row(row);
            double share = TensorPrimitives.Dot<double>(vector, direction);
            TensorPrimitives.MultiplyAdd(direction, -share, vector, vector);
        }
        return TensorPrimitives.Norm<double>(vector);
    }
}
