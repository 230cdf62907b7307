using System.Runtime.CompilerServices;

namespace Grokking.LinearAlgebra;

/// <summary>op(A), a matrix or its transpose: where in an array its entry (i, j) lies.</summary>
/// <param name="Values">The array.</param>
/// <param name="Offset">Entry (0, 0).</param>
/// <param name="RowStride">From one row to the next.</param>
/// <param name="ColumnStride">From one column to the next.</param>
internal readonly record struct ProductOperand(double[] Values, int Offset, int RowStride, int ColumnStride)
{
    private const int RowsAtOnce = 4;

    public ProductOperand(MatrixRows rows, bool transposed)
        : this(rows.Matrix.Values, rows.Offset, transposed ? 1 : rows.Columns, transposed ? rows.Columns : 1)
    { }

    /// <summary>Its transpose, without moving anything.</summary>
    public ProductOperand Transposed => new(Values, Offset, ColumnStride, RowStride);

    /// <summary>
    /// Copies a block of rows, <paramref name="tile"/> rows at a time: for each step of depth the entries of
    /// those rows side by side, zeros where the last tile overhangs.
    /// </summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="steps">Which columns.</param>
    /// <param name="tile">How many rows side by side, a multiple of four.</param>
    /// <param name="packed">Receives rows, filled up to whole tiles, times steps.</param>
    public void Pack((int First, int Count) rows, (int First, int Count) steps, int tile, Span<double> packed)
    {
        for (int row = 0; row < rows.Count; row += tile)
        {
            int count = Math.Min(tile, rows.Count - row);
            int from = Offset + ((rows.First + row) * RowStride) + (steps.First * ColumnStride);
            var target = packed.Slice(row * steps.Count, tile * steps.Count);
            if (count < tile)
                target.Clear();
            if (RowStride == 1)
                for (int step = 0; step < steps.Count; step++)
                    Values.AsSpan(from + (step * ColumnStride), count).CopyTo(target[(step * tile)..]);
            else
                for (int i = 0; i < count; i += RowsAtOnce)
                {
                    if (count - i >= RowsAtOnce)
                        PackRows(from + (i * RowStride), steps.Count, target[i..], tile);
                    else
                        for (int j = i; j < count; j++)
                            PackRow(from + (j * RowStride), steps.Count, target[j..], tile);
                }
        }
    }

    /// <summary>Four rows, which a processor follows all at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackRows(int from, int steps, Span<double> target, int tile)
    {
        int reach = ((steps - 1) * ColumnStride) + 1;
        var first = Values.AsSpan(from, reach);
        var second = Values.AsSpan(from + RowStride, reach);
        var third = Values.AsSpan(from + (2 * RowStride), reach);
        var fourth = Values.AsSpan(from + (3 * RowStride), reach);
        for (int step = 0, at = 0; step < steps; step++, at += ColumnStride)
        {
            var four = target.Slice(step * tile, RowsAtOnce);
            four[0] = first[at];
            four[1] = second[at];
            four[2] = third[at];
            four[3] = fourth[at];
        }
    }

    private void PackRow(int from, int steps, Span<double> target, int tile)
    {
        for (int step = 0; step < steps; step++)
            target[step * tile] = Values[from + (step * ColumnStride)];
    }
}
