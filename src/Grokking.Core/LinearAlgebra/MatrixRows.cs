namespace Grokking.LinearAlgebra;

/// <summary>Neighbouring rows of a matrix, seen without a copy; every matrix is all of its rows.</summary>
public sealed class MatrixRows
{
    private readonly int _first;

    /// <summary>Some rows.</summary>
    /// <param name="matrix">Theirs.</param>
    /// <param name="rows">At least one of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows, or none at all.</exception>
    public MatrixRows(Matrix matrix, Range rows)
    {
        (_first, Rows) = rows.GetOffsetAndLength(matrix.Rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1, nameof(rows));
        Matrix = matrix;
    }

    /// <summary>Whose rows they are.</summary>
    public Matrix Matrix { get; }

    /// <summary>How many they are, at least 1.</summary>
    public int Rows { get; }

    /// <summary>Number of columns, at least 1.</summary>
    public int Columns => Matrix.Columns;

    /// <summary>Where the first of them begins among the matrix' values.</summary>
    public int Offset => _first * Columns;

    /// <summary>The entries, row by row.</summary>
    public Span<double> Values => Matrix.Values.AsSpan(Offset, Rows * Columns);

    /// <summary>All rows of a matrix.</summary>
    public static implicit operator MatrixRows(Matrix matrix) => new(matrix, ..);

    /// <summary>Row i of these, counted from 0, as a span over the matrix itself.</summary>
    public Span<double> Row(int row) => Values.Slice(row * Columns, Columns);
}
