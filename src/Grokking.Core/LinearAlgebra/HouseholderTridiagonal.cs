using System.Numerics.Tensors;

namespace Grokking.LinearAlgebra;

/// <summary>
/// The tridiagonal form by Householder's reflections: each takes one column to its two uppermost entries and is
/// applied to both sides of what lies to the lower right.
/// </summary>
/// <remarks>Golub &amp; Van Loan, Matrix Computations, §8.3. Only the lower triangle is read; above it the normals are kept.</remarks>
internal static class HouseholderTridiagonal
{
    // Of the largest entry: what is below it changes nothing, and its square is no normal number.
    private const double Vanished = 1e-140;

    public static TridiagonalForm Of(Matrix symmetric)
    {
        int n = ProductShape.OrderOf(symmetric);
        var rest = symmetric.Copy();
        // With the largest entry between 1 and 2 no square is too large, either.
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(symmetric.Values));
        double unit = largest > 0 && double.IsFinite(largest) ? Math.ScaleB(1, Math.ILogB(largest)) : 1;
        TensorPrimitives.Divide(rest.Values, unit, rest.Values);
        var (diagonal, beside) = (new double[n], new double[n - 1]);
        var scales = new double[Math.Max(0, n - 2)];
        var (normal, image) = (new double[n], new double[n]);
        for (int k = 0; k < scales.Length; k++)
        {
            for (int i = k + 1; i < n; i++)
                normal[i] = rest[i, k];
            Span<double> u = normal.AsSpan(k + 1);
            (beside[k], scales[k]) = Reflection(u);
            Apply(rest, scales[k], u, image.AsSpan(k + 1));
            u.CopyTo(rest.Row(k)[(k + 1)..]); // above the diagonal, where nobody reads
        }
        if (n > 1)
            beside[^1] = rest[n - 1, n - 2];
        for (int k = 0; k < n; k++)
            diagonal[k] = rest[k, k];
        TensorPrimitives.Multiply(diagonal, unit, diagonal);
        TensorPrimitives.Multiply(beside, unit, beside);
        return new(diagonal, beside, rest, scales);
    }

    /// <summary>
    /// Replaces a vector x by the u, u_0 = 1, of the reflection I − s u uᵀ that takes it to its first coordinate: that and s, both
    /// 0 where x has vanished.
    /// </summary>
    private static (double Coordinate, double Scale) Reflection(Span<double> vector)
    {
        double length = TensorPrimitives.Norm<double>(vector);
        if (length < Vanished)
        {
            vector.Clear();
            vector[0] = 1;
            return (0, 0);
        }
        // Away from zero, so that nothing cancels.
        double coordinate = vector[0] > 0 ? -length : length;
        double first = vector[0] - coordinate;
        TensorPrimitives.Divide(vector, first, vector);
        vector[0] = 1;
        return (coordinate, -first / coordinate);
    }

    /// <summary>H A H = A − u wᵀ − w uᵀ with w = p − (s/2)(p·u)u, p = sAu, for the last rows and columns of a matrix.</summary>
    private static void Apply(Matrix matrix, double scale, ReadOnlySpan<double> u, Span<double> w)
    {
        int from = matrix.Rows - u.Length;
        w.Clear();
        for (int i = 0; i < u.Length; i++)
        {
            // Row i to its diagonal, which counts once, and the same entries as a column.
            ReadOnlySpan<double> row = matrix.Row(from + i).Slice(from, i + 1);
            w[i] += TensorPrimitives.Dot(row, u[..(i + 1)]);
            TensorPrimitives.MultiplyAdd(row[..i], u[i], w[..i], w[..i]);
        }
        TensorPrimitives.Multiply(w, scale, w);
        TensorPrimitives.MultiplyAdd(u, -scale / 2 * TensorPrimitives.Dot(w, u), w, w);
        for (int i = 0; i < u.Length; i++)
        {
            Span<double> row = matrix.Row(from + i).Slice(from, i + 1);
            TensorPrimitives.MultiplyAdd(w[..(i + 1)], -u[i], row, row);
            TensorPrimitives.MultiplyAdd(u[..(i + 1)], -w[i], row, row);
        }
    }
}
