using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>A matrix whose rows approach their limits each at its own rate: row i is r_iᵗ B_i + C_i.</summary>
internal sealed class DecayingRows
{
    // Rows this much smaller than the largest are gone: weighted by any √ν they stay below rounding.
    private const double Vanished = 1e-20;

    private readonly Decay[] _decays;
    private readonly Matrix _initial;
    private readonly Matrix? _limit;
    private readonly (double Initial, double Mixed, double Limit)[] _squares;

    /// <param name="decays">r, one per row.</param>
    /// <param name="initial">B, what decays.</param>
    /// <param name="limit">C, what stays; null for nothing.</param>
    public DecayingRows(Decay[] decays, Matrix initial, Matrix? limit)
    {
        (_decays, _initial, _limit) = (decays, initial, limit);
        _squares = new (double, double, double)[initial.Rows];
        for (int i = 0; i < initial.Rows; i++)
        {
            ReadOnlySpan<double> row = initial.Row(i);
            ReadOnlySpan<double> rowLimit = limit is null ? [] : limit.Row(i);
            _squares[i] = (Dot(row, row), Dot(rowLimit, row), Dot(rowLimit, rowLimit));
        }
    }

    /// <summary>−log r of every row; null if rows do anything but decay to nothing.</summary>
    public IReadOnlyList<double>? Rates =>
        _limit is null && _decays.All(decay => decay.Rate is not null)
            ? [.. _decays.Select(decay => decay.Rate!.Value)]
            : null;

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

    /// <summary>How many of the first rows hold all that has not vanished by any of the epochs.</summary>
    public int Alive(IReadOnlyList<long> epochs)
    {
        if (_limit is not null)
            return _initial.Rows;
        long earliest = epochs.Min();
        double[] sizes = [.. _decays.Select(decay => Math.Abs(decay.At(earliest)))];
        double bound = Vanished * sizes.Max();
        return 1 + Array.FindLastIndex(sizes, size => size >= bound);
    }

    /// <summary>The first <paramref name="rows"/> rows at several epochs, side by side.</summary>
    public Matrix At(IReadOnlyList<long> epochs, int rows)
    {
        int width = _initial.Columns;
        var result = new Matrix(rows, epochs.Count * width);
        for (int i = 0; i < rows; i++)
        for (int k = 0; k < epochs.Count; k++)
        {
            double factor = _decays[i].At(epochs[k]);
            var target = result.Row(i).Slice(k * width, width);
            var initial = _initial.Row(i);
            for (int j = 0; j < width; j++)
                target[j] = factor * initial[j];
            if (_limit is null)
                continue;
            var limit = _limit.Row(i);
            for (int j = 0; j < width; j++)
                target[j] += limit[j];
        }
        return result;
    }

    /// <summary>left · this, where all rows decay alike.</summary>
    public DecayingRows SeenBy(Matrix left, ILinearAlgebra algebra) =>
        new(
            [.. Enumerable.Repeat(_decays[0], left.Rows)],
            Product(left, _initial, algebra),
            _limit is null ? null : Product(left, _limit, algebra)
        );

    private static Matrix Product(Matrix left, Matrix right, ILinearAlgebra algebra)
    {
        var product = new Matrix(left.Rows, right.Columns);
        algebra.Multiply(left, false, right, false, product);
        return product;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
