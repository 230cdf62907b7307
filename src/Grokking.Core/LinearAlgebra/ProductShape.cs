namespace Grokking.LinearAlgebra;

/// <summary>The m × k by k × n shape of one product, checked once for both implementations.</summary>
internal readonly record struct ProductShape(int Rows, int Depth, int Columns)
{
    public static ProductShape Of(
        MatrixRows left,
        bool transposeLeft,
        MatrixRows right,
        bool transposeRight,
        MatrixRows result
    )
    {
        var (rows, depth) = transposeLeft ? (left.Columns, left.Rows) : (left.Rows, left.Columns);
        var (rightDepth, columns) = transposeRight
            ? (right.Columns, right.Rows)
            : (right.Rows, right.Columns);
        if (rightDepth != depth || result.Rows != rows || result.Columns != columns)
            throw new ArgumentException(
                $"{rows} × {depth} times {rightDepth} × {columns} does not give {result.Rows} × {result.Columns}",
                nameof(result)
            );
        if (
            ReferenceEquals(result.Matrix.Values, left.Matrix.Values)
            || ReferenceEquals(result.Matrix.Values, right.Matrix.Values)
        )
            throw new ArgumentException("The result of a product cannot be an operand", nameof(result));
        return new(rows, depth, columns);
    }

    /// <summary>The order of a square matrix.</summary>
    public static int OrderOf(Matrix symmetric) =>
        symmetric.Rows == symmetric.Columns
            ? symmetric.Rows
            : throw new ArgumentException(
                $"{symmetric.Rows} × {symmetric.Columns} is not square",
                nameof(symmetric)
            );
}
