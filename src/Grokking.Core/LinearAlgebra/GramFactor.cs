namespace Grokking.LinearAlgebra;

/// <summary>
/// The Cholesky factor of a Gram matrix: the lower triangular (or trapezoidal) L, n × min(n, k), with LLᵀ = BBᵀ
/// for an n × k matrix B. Rows of L have the same products with one another as those of B, and L has more zeros.
/// </summary>
/// <remarks>
/// LLᵀ differs from BBᵀ by rounding, relative to the norms of the rows. Without pivoting: the first k rows of B
/// must not be linearly dependent but for those that vanish, as is almost sure for random ones.
/// </remarks>
internal static class GramFactor
{
    private const int Block = 32;

    // A pivot below this fraction of its row's square is rounding: the row depends on those before.
    private const double Dependent = 1e-13;

    public static Matrix Of(Matrix rows, ILinearAlgebra algebra)
    {
        var gram = new Matrix(rows.Rows, rows.Rows);
        algebra.Multiply(rows, false, rows, true, gram);
        var factor = new Matrix(rows.Rows, Math.Min(rows.Rows, rows.Columns));
        for (int first = 0; first < factor.Columns; first += Block)
        {
            int width = Math.Min(Block, factor.Columns - first);
            Matrix panel = Copy(gram, first, first..(first + width));
            if (first > 0)
            {
                Matrix before = Copy(factor, first, ..first);
                algebra.Multiply(before, false, before.Slice(..width), true, panel, scale: -1, keep: 1);
            }
            Eliminate(panel);
            for (int i = 0; i < panel.Rows; i++)
                panel.Row(i).CopyTo(factor.Row(first + i)[first..]);
        }
        return factor;
    }

    /// <summary>The factor of the panel's columns, of which the first rows are the symmetric block.</summary>
    private static void Eliminate(Matrix panel)
    {
        for (int i = 0; i < panel.Rows; i++)
        {
            Span<double> row = panel.Row(i);
            double size = i < panel.Columns ? row[i] : 0;
            for (int j = 0; j <= Math.Min(i, panel.Columns - 1); j++)
            {
                ReadOnlySpan<double> pivot = panel.Row(j);
                double rest = row[j];
                for (int k = 0; k < j; k++)
                    rest -= row[k] * pivot[k];
                if (i == j)
                    row[j] = rest > Dependent * size ? Math.Sqrt(rest) : 0;
                else
                    row[j] = pivot[j] > 0 ? rest / pivot[j] : 0;
            }
            row[Math.Min(i + 1, row.Length)..].Clear();
        }
    }

    private static Matrix Copy(Matrix source, int firstRow, Range columns)
    {
        int width = columns.GetOffsetAndLength(source.Columns).Length;
        var copy = new Matrix(source.Rows - firstRow, width);
        for (int i = 0; i < copy.Rows; i++)
            source.Row(firstRow + i)[columns].CopyTo(copy.Row(i));
        return copy;
    }
}
