using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Errors without outputs, for many of them and a D that decays to nothing: ‖Dᵀx‖² = x̃ᵀ rᵗ BBᵀ rᵗ x̃ = ‖Lᵀ rᵗ x̃‖²
/// with x̃ along the modes and the triangular L of BBᵀ = LLᵀ, whose zeros are not multiplied. The slowest modes come
/// first, so that late times, when only they are left, need few of its columns.
/// </summary>
/// <param name="samples">x̃, a column for each sample.</param>
/// <param name="triangle">L, whose rows decay as D's along the modes.</param>
/// <param name="outputs">d_out.</param>
/// <param name="algebra">Multiplies.</param>
internal sealed class ErrorsOfManyOutputs(
    Matrix samples,
    DecayingRows triangle,
    int outputs,
    ILinearAlgebra algebra
)
{
    // Columns of L at once: enough for full speed, few enough to leave out most zeros.
    private const int ColumnsAtOnce = 50;

    // More would be multiplied with all the modes that the first of them has left.
    private const int EpochsAtOnce = 4;

    private Matrix? _room; // for outputs
    private Matrix? _roomForWeights;

    /// <summary>x̃.</summary>
    public Matrix Samples => samples;

    /// <summary>‖Dᵀx‖²/d_out of every sample, a row for each of the epochs.</summary>
    /// <param name="epochs">t, at least one.</param>
    /// <param name="vanished">Modes with |rᵗ| below this part of the largest are left out.</param>
    public Matrix At(IReadOnlyList<long> epochs, double vanished = DecayingRows.Vanished)
    {
        var errors = new Matrix(epochs.Count, samples.Columns);
        // Neighbours in time together: they have about as many modes left.
        foreach (int[] order in Enumerable.Range(0, epochs.Count).OrderBy(i => epochs[i]).Chunk(EpochsAtOnce))
        {
            long[] chunk = [.. order.Select(i => epochs[i])];
            int alive = triangle.Alive(chunk, vanished);
            int columns = Math.Min(alive, triangle.Initial.Columns);
            for (int first = 0; first < columns; first += ColumnsAtOnce)
            {
                MatrixRows some = Outputs(
                    chunk,
                    first..alive,
                    first..Math.Min(first + ColumnsAtOnce, columns)
                );
                for (int row = 0; row < some.Rows; row++)
                    AddSquares(some.Row(row), errors.Row(order[row / (some.Rows / chunk.Length)]));
            }
        }
        TensorPrimitives.Divide(errors.Values, outputs, errors.Values);
        return errors;
    }

    /// <summary>The same of a few samples at one epoch, in their order.</summary>
    public double[] Of(IReadOnlyList<int> some, long epoch)
    {
        int[] columns = [.. some];
        int alive = triangle.Alive([epoch]);
        var decayed = Matrix.Uninitialized(alive, columns.Length);
        for (int i = 0; i < alive; i++)
        {
            double factor = triangle.Factor(i, epoch);
            var row = decayed.Row(i);
            var all = samples.Row(i);
            for (int k = 0; k < columns.Length; k++)
                row[k] = factor * all[columns[k]];
        }
        Matrix theirs = algebra.Product(triangle.Initial.Slice(..alive), true, decayed, false);
        var errors = new double[columns.Length];
        for (int row = 0; row < theirs.Rows; row++)
            AddSquares(theirs.Row(row), errors);
        TensorPrimitives.Divide(errors, outputs, errors);
        return errors;
    }

    /// <summary>Some columns' (Lᵀrᵗx̃), a row each, one epoch's after the other's; above the diagonal L is zero.</summary>
    private MatrixRows Outputs(long[] epochs, Range rows, Range columns)
    {
        MatrixRows weights = triangle.Decayed(epochs, rows, columns, ref _roomForWeights);
        _room ??= Matrix.Uninitialized(EpochsAtOnce * ColumnsAtOnce, samples.Columns);
        MatrixRows some = _room.Slice(..weights.Columns);
        algebra.Multiply(weights, true, samples.Slice(rows), false, some);
        return some;
    }

    private static void AddSquares(ReadOnlySpan<double> row, Span<double> sums) =>
        TensorPrimitives.MultiplyAdd(row, row, sums, sums);
}
