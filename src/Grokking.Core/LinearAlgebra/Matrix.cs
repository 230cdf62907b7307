namespace Grokking.LinearAlgebra;

/// <summary>A dense matrix of doubles, row by row in one array.</summary>
public sealed class Matrix
{
    /// <summary>A zero matrix of the given shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1, or no array is so long.</exception>
    public Matrix(int rows, int columns)
        : this(rows, columns, LargeArray.Zeros(Entries(rows, columns))) { }

    /// <summary>Wraps values given row by row; the array is not copied.</summary>
    /// <exception cref="ArgumentException">A dimension is below 1, or the length is not rows × columns.</exception>
    public Matrix(int rows, int columns, double[] values)
    {
        if (values.Length != Entries(rows, columns))
            throw new ArgumentException(
                $"{values.Length} values cannot fill {rows} × {columns}",
                nameof(values)
            );
        (Rows, Columns, Values) = (rows, columns, values);
    }

    /// <summary>A matrix of the given shape with whatever was in memory, for who writes every entry.</summary>
    internal static Matrix Uninitialized(int rows, int columns) =>
        new(rows, columns, LargeArray.Uninitialized(Entries(rows, columns)));

    /// <summary>Says that nobody will read this matrix again: its memory becomes that of another one.</summary>
    internal void GiveBack() => LargeArray.GiveBack(Values);

    /// <summary>An independent matrix with the same entries.</summary>
    internal Matrix Copy() => new(Rows, Columns, LargeArray.Copy(Values));

    /// <summary>Number of rows, at least 1.</summary>
    public int Rows { get; }

    /// <summary>Number of columns, at least 1.</summary>
    public int Columns { get; }

    /// <summary>The entries row by row: entry (i, j) is at i·Columns + j.</summary>
    public double[] Values { get; }

    /// <summary>Entry (i, j), counted from 0.</summary>
    public double this[int row, int column]
    {
        get => Values[(row * Columns) + column];
        set => Values[(row * Columns) + column] = value;
    }

    /// <summary>Row i as a span over the matrix itself.</summary>
    public Span<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>Neighbouring rows, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows, or none at all.</exception>
    public MatrixRows Slice(Range rows) => new(this, rows);

    /// <summary>Neighbouring columns: a copy, or the matrix itself if they are all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such columns.</exception>
    public Matrix SliceColumns(Range columns)
    {
        var (first, count) = columns.GetOffsetAndLength(Columns);
        if (count == Columns)
            return this;
        var slice = Uninitialized(Rows, count);
        for (int i = 0; i < Rows; i++)
            Row(i).Slice(first, count).CopyTo(slice.Row(i));
        return slice;
    }

    /// <summary>Aᵀ, as a copy.</summary>
    public Matrix Transposed()
    {
        var result = Uninitialized(Columns, Rows);
        TransposeInto(result);
        return result;
    }

    /// <summary>Writes Aᵀ into the upper left of another matrix, as far as that has rows and columns.</summary>
    internal void TransposeInto(Matrix target)
    {
        // A line of the cache is written at once.
        const int together = 64 / sizeof(double);
        var (rows, columns) = (Math.Min(Rows, target.Columns), Math.Min(Columns, target.Rows));
        for (int first = 0; first < rows; first += together)
        for (int j = 0; j < columns; j++)
        for (int i = first; i < Math.Min(first + together, rows); i++)
            target.Values[(j * target.Columns) + i] = Values[(i * Columns) + j];
    }

    /// <summary>‖A‖², the sum of squared entries, in fixed order.</summary>
    public double SquaredNorm()
    {
        double sum = 0;
        foreach (double value in Values)
            sum += value * value;
        return sum;
    }

    private static int Entries(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        long entries = (long)rows * columns;
        return entries <= Array.MaxLength
            ? (int)entries
            : throw new ArgumentOutOfRangeException(
                nameof(columns),
                $"{rows} × {columns} entries; allowed: at most {Array.MaxLength}"
            );
    }
}
