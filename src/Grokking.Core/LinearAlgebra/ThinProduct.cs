using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>
/// Products of a few rows with very many long ones: the many are read once, where they lie, while a library first copies
/// them to where it multiplies fastest, which takes longer than the multiplication.
/// </summary>
internal static class ThinProduct
{
    // With more rows it no longer pays.
    private const int MostRows = 20;

    // Fewer columns stay in the cache, copied or not.
    private const int FewestColumns = 256;

    /// <summary>
    /// Whether a product with op(right) = rightᵀ is such a one: few rows, many columns, a depth of whole vectors, and a
    /// processor that has those.
    /// </summary>
    public static bool Suits(int rows, int depth, int columns) =>
        rows <= MostRows
        && columns >= FewestColumns
        && depth % FourByFive.Lanes == 0
        && Vector256.IsHardwareAccelerated;

    /// <summary>result ← scale · op(left) · rightᵀ.</summary>
    /// <param name="left">op(left) is m × k.</param>
    /// <param name="transposeLeft">Whether op(left) = leftᵀ.</param>
    /// <param name="right">n × k.</param>
    /// <param name="result">m × n.</param>
    /// <param name="scale">Factor of the product.</param>
    public static void Multiply(
        MatrixRows left,
        bool transposeLeft,
        MatrixRows right,
        MatrixRows result,
        double scale
    )
    {
        var (depth, rows) = (right.Columns, result.Rows);
        // Zeros fill up the few to fives; the last of the many that are no four are multiplied with zeros too.
        var few = new AlignedNumbers(
            (rows + FourByFive.Five - 1) / FourByFive.Five * FourByFive.Five * depth
        );
        Span<double> all = few.All;
        for (int i = 0; i < rows; i++)
        for (int k = 0; k < depth; k++)
            all[(i * depth) + k] = scale * (transposeLeft ? left.Row(k)[i] : left.Row(i)[k]);
        Span<double> products = stackalloc double[FourByFive.Four * FourByFive.Five];
        for (int j = 0; j < right.Rows; j += FourByFive.Four)
        {
            int together = Math.Min(FourByFive.Four, right.Rows - j);
            Span<double> many = right.Values.Slice(j * depth, together * depth);
            if (together < FourByFive.Four)
            {
                Span<double> rest = new double[FourByFive.Four * depth];
                many.CopyTo(rest);
                many = rest;
            }
            for (int i = 0; i < rows; i++)
            {
                if (i % FourByFive.Five == 0)
                    FourByFive.Multiply(many, all.Slice(i * depth, FourByFive.Five * depth), products);
                products.Slice(i % FourByFive.Five * FourByFive.Four, together).CopyTo(result.Row(i)[j..]);
            }
        }
    }
}
