using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>
/// The general matrix product in the usual three layers: blocks that fit the caches, packed so that the
/// innermost loop reads both operands in sequence, and a tile of the result held in registers.
/// </summary>
/// <remarks>
/// Each entry of the result adds its products in order of depth, in partial sums of <see cref="Depth"/>,
/// wherever the entry lies and whatever the width of the processor's vectors.
/// </remarks>
internal static class BlockedProduct
{
    private const int TileRows = 4;
    private const int TileColumns = 12;
    private const int Depth = 256;
    private const int BlockRows = 24 * TileRows;
    private const int BlockColumns = 80 * TileColumns;

    /// <summary>op(A): where entry (i, j) of a perhaps transposed matrix lies.</summary>
    public readonly record struct Operand(double[] Values, int Offset, int RowStride, int ColumnStride)
    {
        public Operand(MatrixRows rows, bool transposed)
            : this(
                rows.Matrix.Values,
                rows.Offset,
                transposed ? 1 : rows.Columns,
                transposed ? rows.Columns : 1
            ) { }

        /// <summary>Its transpose, without moving anything.</summary>
        public Operand Transposed => new(Values, Offset, ColumnStride, RowStride);
    }

    /// <summary>result ← result + scale · left · right.</summary>
    public static void Add(Operand left, Operand right, MatrixRows result, ProductShape shape, double scale)
    {
        var (rows, depth, columns) = shape;
        int most = Math.Min(Depth, depth);
        var packedLeft = new double[Math.Min(BlockRows, RoundUp(rows, TileRows)) * most];
        var packedRight = new double[Math.Min(BlockColumns, RoundUp(columns, TileColumns)) * most];
        for (int j = 0; j < columns; j += BlockColumns)
        for (int k = 0; k < depth; k += Depth)
        {
            int width = Math.Min(BlockColumns, columns - j);
            int steps = Math.Min(Depth, depth - k);
            Pack(right.Transposed, j, width, k, steps, TileColumns, packedRight);
            for (int i = 0; i < rows; i += BlockRows)
            {
                int height = Math.Min(BlockRows, rows - i);
                Pack(left, i, height, k, steps, TileRows, packedLeft);
                AddBlock(packedLeft, packedRight, steps, result, (i, height), (j, width), scale);
            }
        }
    }

    /// <summary>
    /// Copies a block of rows, <paramref name="tile"/> rows at a time: for each step of depth the entries of
    /// those rows side by side, zeros where the last tile overhangs.
    /// </summary>
    private static void Pack(
        Operand source,
        int firstRow,
        int rows,
        int firstStep,
        int steps,
        int tile,
        double[] packed
    )
    {
        for (int row = 0; row < RoundUp(rows, tile); row++)
        {
            int target = (row / tile * tile * steps) + (row % tile);
            int from =
                source.Offset + ((firstRow + row) * source.RowStride) + (firstStep * source.ColumnStride);
            for (int step = 0; step < steps; step++, target += tile, from += source.ColumnStride)
                packed[target] = row < rows ? source.Values[from] : 0;
        }
    }

    private static void AddBlock(
        double[] left,
        double[] right,
        int steps,
        MatrixRows result,
        (int First, int Count) rows,
        (int First, int Count) columns,
        double scale
    )
    {
        Span<double> tile = stackalloc double[TileRows * TileColumns];
        for (int j = 0; j < columns.Count; j += TileColumns)
        for (int i = 0; i < rows.Count; i += TileRows)
        {
            MultiplyTile(left.AsSpan(i * steps), right.AsSpan(j * steps), steps, tile);
            int width = Math.Min(TileColumns, columns.Count - j);
            for (int row = 0; row < Math.Min(TileRows, rows.Count - i); row++)
            {
                var target = result.Row(rows.First + i + row).Slice(columns.First + j, width);
                var sums = tile.Slice(row * TileColumns, width);
                for (int column = 0; column < width; column++)
                    target[column] += scale * sums[column];
            }
        }
    }

    /// <summary>A 4 × 12 tile: twelve accumulators, which with their operands fill sixteen registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyTile(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        int steps,
        Span<double> tile
    )
    {
        ref double a = ref MemoryMarshal.GetReference(left[..(steps * TileRows)]);
        ref double b = ref MemoryMarshal.GetReference(right[..(steps * TileColumns)]);
        Vector256<double> c00 = default,
            c01 = default,
            c02 = default;
        Vector256<double> c10 = default,
            c11 = default,
            c12 = default;
        Vector256<double> c20 = default,
            c21 = default,
            c22 = default;
        Vector256<double> c30 = default,
            c31 = default,
            c32 = default;
        for (int step = 0; step < steps; step++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var b2 = Vector256.LoadUnsafe(ref b, 8);
            var row = Vector256.Create(a);
            c00 = Vector256.MultiplyAddEstimate(row, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(row, b1, c01);
            c02 = Vector256.MultiplyAddEstimate(row, b2, c02);
            row = Vector256.Create(Unsafe.Add(ref a, 1));
            c10 = Vector256.MultiplyAddEstimate(row, b0, c10);
            c11 = Vector256.MultiplyAddEstimate(row, b1, c11);
            c12 = Vector256.MultiplyAddEstimate(row, b2, c12);
            row = Vector256.Create(Unsafe.Add(ref a, 2));
            c20 = Vector256.MultiplyAddEstimate(row, b0, c20);
            c21 = Vector256.MultiplyAddEstimate(row, b1, c21);
            c22 = Vector256.MultiplyAddEstimate(row, b2, c22);
            row = Vector256.Create(Unsafe.Add(ref a, 3));
            c30 = Vector256.MultiplyAddEstimate(row, b0, c30);
            c31 = Vector256.MultiplyAddEstimate(row, b1, c31);
            c32 = Vector256.MultiplyAddEstimate(row, b2, c32);
            a = ref Unsafe.Add(ref a, TileRows);
            b = ref Unsafe.Add(ref b, TileColumns);
        }
        Store(tile, c00, c01, c02);
        Store(tile[TileColumns..], c10, c11, c12);
        Store(tile[(2 * TileColumns)..], c20, c21, c22);
        Store(tile[(3 * TileColumns)..], c30, c31, c32);
    }

    private static void Store(
        Span<double> row,
        Vector256<double> first,
        Vector256<double> second,
        Vector256<double> third
    )
    {
        first.CopyTo(row);
        second.CopyTo(row[4..]);
        third.CopyTo(row[8..]);
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
