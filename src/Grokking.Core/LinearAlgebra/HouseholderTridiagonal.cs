using System.Numerics.Tensors;

namespace Grokking.LinearAlgebra;

/// <summary>
/// The tridiagonal form by Householder's reflections: each takes one column to its two uppermost entries and is
/// applied to both sides of what lies to the lower right.
/// </summary>
/// <remarks>Golub &amp; Van Loan, Matrix Computations, §8.3. Only the lower triangle is read and changed.</remarks>
internal static class HouseholderTridiagonal
{
    public static TridiagonalForm Of(Matrix symmetric)
    {
        int n = ProductShape.OrderOf(symmetric);
        var rest = symmetric.Copy();
        var diagonal = new double[n];
        var beside = new double[n - 1];
        var scales = new double[Math.Max(0, n - 2)];
        var normal = new double[n];
        var image = new double[n];
        for (int k = 0; k < n; k++)
        {
            diagonal[k] = rest[k, k];
            if (k >= n - 1)
                break;
            for (int i = k + 1; i < n; i++)
                normal[i] = rest[i, k];
            if (k == n - 2)
            {
                beside[k] = normal[k + 1];
                continue;
            }
            Span<double> tail = normal.AsSpan(k + 1);
            double length = TensorPrimitives.Norm<double>(tail);
            // Away from zero, so that nothing cancels.
            beside[k] = tail[0] > 0 ? -length : length;
            if (length > 0)
            {
                double first = tail[0] - beside[k];
                scales[k] = -first / beside[k];
                TensorPrimitives.Divide(tail, first, tail);
            }
            tail[0] = 1;
            tail.CopyTo(rest.Row(k)[(k + 1)..]); // above the diagonal, where nobody reads
            Apply(rest, scales[k], normal, image, k + 1);
        }
        return new(diagonal, beside, rest, scales);
    }

    /// <summary>H A H = A − u wᵀ − w uᵀ with w = p − (s/2)(p·u)u, p = sAu, below and right of an entry.</summary>
    private static void Apply(Matrix matrix, double scale, double[] normal, double[] image, int from)
    {
        ReadOnlySpan<double> u = normal.AsSpan(from);
        Span<double> w = image.AsSpan(from);
        w.Clear();
        for (int i = 0; i < u.Length; i++)
        {
            // Row i to its diagonal, which counts once, and the same entries as a column.
            ReadOnlySpan<double> row = matrix.Row(from + i).Slice(from, i + 1);
            w[i] += TensorPrimitives.Dot(row, u[..(i + 1)]);
            TensorPrimitives.MultiplyAdd(row[..i], u[i], w[..i], w[..i]);
        }
        TensorPrimitives.Multiply(w, scale, w);
        TensorPrimitives.MultiplyAdd(u, -scale / 2 * TensorPrimitives.Dot<double>(w, u), w, w);
        for (int i = 0; i < u.Length; i++)
        {
            Span<double> row = matrix.Row(from + i).Slice(from, i + 1);
            TensorPrimitives.MultiplyAdd(w[..(i + 1)], -u[i], row, row);
            TensorPrimitives.MultiplyAdd(u[..(i + 1)], -w[i], row, row);
        }
    }
}
