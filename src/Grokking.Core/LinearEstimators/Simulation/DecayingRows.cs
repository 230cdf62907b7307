using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>A matrix whose rows approach their limits each at its own rate: row i is r_iᵗ B_i + C_i.</summary>
internal sealed class DecayingRows
{
    /// <summary>Rows this much smaller than the largest are gone: weighted by any √ν they stay below rounding.</summary>
    public const double Vanished = 1e-20;

    private readonly Decay[] _decays;
    private readonly (double Initial, double Mixed, double Limit)[] _squares;

    /// <param name="decays">r, one per row.</param>
    /// <param name="initial">B, what decays.</param>
    /// <param name="limit">C, what stays; null for nothing.</param>
    public DecayingRows(Decay[] decays, Matrix initial, Matrix? limit)
    {
        (_decays, Initial, Limit) = (decays, initial, limit);
        _squares = new (double, double, double)[initial.Rows];
        for (int i = 0; i < initial.Rows; i++)
        {
            ReadOnlySpan<double> row = initial.Row(i);
            ReadOnlySpan<double> rowLimit = limit is null ? [] : limit.Row(i);
            _squares[i] = (Dot(row, row), Dot(rowLimit, row), Dot(rowLimit, rowLimit));
        }
    }

    /// <summary>B, what decays.</summary>
    public Matrix Initial { get; }

    /// <summary>C, what stays; null for nothing.</summary>
    public Matrix? Limit { get; }

    /// <summary>−log r of every row; null if a row does anything but decay to nothing or to its limit.</summary>
    public IReadOnlyList<double>? Rates =>
        _decays.All(decay => decay.Rate is not null) ? [.. _decays.Select(decay => decay.Rate!.Value)] : null;

    /// <summary>rᵗ of a row.</summary>
    public double Factor(int row, long epoch) => _decays[row].At(epoch);

    /// <summary>The largest |rᵗ| of all rows.</summary>
    public double LargestFactor(long epoch) => _decays.Max(decay => Math.Abs(decay.At(epoch)));

    /// <summary>‖row i‖² at an epoch.</summary>
    public double SquaredNorm(int row, long epoch)
    {
        double factor = _decays[row].At(epoch);
        var (initial, mixed, limit) = _squares[row];
        return (factor * factor * initial) + (2 * factor * mixed) + limit;
    }

    /// <summary>‖all rows‖² at an epoch.</summary>
    public double SquaredNorm(long epoch)
    {
        double sum = 0;
        for (int i = 0; i < _squares.Length; i++)
            sum += SquaredNorm(i, epoch);
        return sum;
    }

    /// <summary>How many of the first rows hold all of what decays that has not vanished by any of the epochs.</summary>
    /// <param name="epochs">t, at least one.</param>
    /// <param name="vanished">Which |rᵗ| no longer count, the largest being 1.</param>
    public int Alive(IReadOnlyList<long> epochs, double vanished = Vanished)
    {
        long earliest = epochs.Min();
        double[] sizes = [.. _decays.Select(decay => Math.Abs(decay.At(earliest)))];
        double bound = vanished * sizes.Max();
        return 1 + Array.FindLastIndex(sizes, size => size >= bound);
    }

    /// <summary>Some rows and columns of what decays, rᵗB, at several epochs side by side.</summary>
    /// <param name="epochs">t, at least one.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="columns">Which columns, for each of the epochs.</param>
    /// <param name="room">Where they are written, if they fit there; otherwise it is made anew.</param>
    public MatrixRows Decayed(IReadOnlyList<long> epochs, Range rows, Range columns, ref Matrix? room)
    {
        var (first, count) = rows.GetOffsetAndLength(Initial.Rows);
        int width = columns.GetOffsetAndLength(Initial.Columns).Length;
        if (room?.Columns != epochs.Count * width || room.Rows < count)
            room = Matrix.Uninitialized(count, epochs.Count * width);
        MatrixRows result = room.Slice(..count);
        for (int i = 0; i < count; i++)
        for (int k = 0; k < epochs.Count; k++)
            TensorPrimitives.Multiply(
                Initial.Row(first + i)[columns],
                _decays[first + i].At(epochs[k]),
                result.Row(i).Slice(k * width, width)
            );
        return result;
    }

    /// <summary>Rows with the same products with one another, BBᵀ, that decay alike: triangular, to save products.</summary>
    public DecayingRows Triangular(ILinearAlgebra algebra) =>
        new(_decays, algebra.LowerFactor(Initial), limit: null);

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
