using System.Buffers;
using System.Numerics.Tensors;

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
    private const int Depth = 256;

    // Whole numbers of either tile.
    private const int BlockRows = 96;
    private const int BlockColumns = 960;

    /// <summary>result ← result + scale · left · right.</summary>
    public static void Add(
        ProductOperand left,
        ProductOperand right,
        MatrixRows result,
        ProductShape shape,
        double scale
    ) => Add(left, right, result, shape, scale, WideVectors.Exist);

    /// <summary>The same bits, with tiles for one width of vectors or the other.</summary>
    internal static void Add(
        ProductOperand left,
        ProductOperand right,
        MatrixRows result,
        ProductShape shape,
        double scale,
        bool wide
    )
    {
        var (tileRows, tileColumns) = TileOf(wide);
        var (rows, depth, columns) = shape;
        int most = Math.Min(Depth, depth);
        double[] packedLeft = Rent(Math.Min(BlockRows, RoundUp(rows, tileRows)) * most);
        double[] packedRight = Rent(Math.Min(BlockColumns, RoundUp(columns, tileColumns)) * most);
        for (int j = 0; j < columns; j += BlockColumns)
        for (int k = 0; k < depth; k += Depth)
        {
            int width = Math.Min(BlockColumns, columns - j);
            int steps = Math.Min(Depth, depth - k);
            right.Transposed.Pack((j, width), (k, steps), tileColumns, packedRight);
            for (int i = 0; i < rows; i += BlockRows)
            {
                int height = Math.Min(BlockRows, rows - i);
                left.Pack((i, height), (k, steps), tileRows, packedLeft);
                AddBlock(packedLeft, packedRight, steps, result, (i, height), (j, width), scale, wide);
            }
        }
        ArrayPool<double>.Shared.Return(packedLeft);
        ArrayPool<double>.Shared.Return(packedRight);

        static double[] Rent(int length) => ArrayPool<double>.Shared.Rent(length);
    }

    private static void AddBlock(
        double[] left,
        double[] right,
        int steps,
        MatrixRows result,
        (int First, int Count) rows,
        (int First, int Count) columns,
        double scale,
        bool wide
    )
    {
        var (tileRows, tileColumns) = TileOf(wide);
        Span<double> tile = stackalloc double[WideTile.Rows * WideTile.Columns];
        for (int j = 0; j < columns.Count; j += tileColumns)
        for (int i = 0; i < rows.Count; i += tileRows)
        {
            if (wide)
                WideTile.Multiply(left.AsSpan(i * steps), right.AsSpan(j * steps), steps, tile);
            else
                NarrowTile.Multiply(left.AsSpan(i * steps), right.AsSpan(j * steps), steps, tile);
            int width = Math.Min(tileColumns, columns.Count - j);
            for (int row = 0; row < Math.Min(tileRows, rows.Count - i); row++)
            {
                var target = result.Row(rows.First + i + row).Slice(columns.First + j, width);
                TensorPrimitives.MultiplyAdd(tile.Slice(row * tileColumns, width), scale, target, target);
            }
        }
    }

    private static (int Rows, int Columns) TileOf(bool wide) =>
        wide ? (WideTile.Rows, WideTile.Columns) : (NarrowTile.Rows, NarrowTile.Columns);

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
