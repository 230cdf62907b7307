using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Errors without outputs, for many of them and a D that decays to nothing: ‖Dᵀx‖² = x̃ᵀ rᵗ BBᵀ rᵗ x̃ = ‖Lᵀ rᵗ x̃‖²
/// with x̃ along the modes and the triangular L of BBᵀ = LLᵀ, whose zeros are not multiplied. The slowest modes come
/// first, so that late times, when only they are left, need few of its columns.
/// </summary>
internal sealed class ErrorsOfManyOutputs : ISampleErrors
{
    // Columns of L at once: enough for full speed, few enough to leave out most zeros.
    private const int ColumnsAtOnce = 50;
    private const int EpochsAtOnce = 8;

    private readonly Lazy<Matrix> _samplesAlongModes;
    private readonly Lazy<DecayingRows> _triangle;
    private readonly int _outputs;
    private readonly ILinearAlgebra _algebra;
    private readonly SpannedRows _errors;
    private Matrix? _room; // for outputs
    private Matrix? _roomForWeights;

    /// <param name="samplesAlongModes">x̃, a column for each sample; asked for when first needed.</param>
    /// <param name="components">D along the modes, without limit; the slowest modes first.</param>
    /// <param name="triangle">Their triangular factor; it serves several sets of samples.</param>
    /// <param name="algebra">Multiplies.</param>
    public ErrorsOfManyOutputs(
        Func<Matrix> samplesAlongModes,
        DecayingRows components,
        Lazy<DecayingRows> triangle,
        ILinearAlgebra algebra
    )
    {
        (_samplesAlongModes, _triangle) = (new(samplesAlongModes), triangle);
        (_outputs, _algebra) = (components.Initial.Columns, algebra);
        // Errors decay like pairs of modes.
        EpochSpan? span = components.Rates is { } rates
            ? EpochSpan.Between(2 * rates.Min(), 2 * rates.Max())
            : null;
        _errors = new(span, ByProduct, algebra);
    }

    // What is kept of all epochs serves all stretches.
    public void Prepare(long from, long to) { }

    public IEnumerable<double[]> At(IReadOnlyList<long> epochs)
    {
        Matrix errors = _errors.At(epochs);
        return Enumerable.Range(0, errors.Rows).Select(i => errors.Row(i).ToArray());
    }

    private Matrix ByProduct(IReadOnlyList<long> epochs)
    {
        Matrix samples = _samplesAlongModes.Value;
        var errors = new Matrix(epochs.Count, samples.Columns);
        // Neighbours in time together: they have about as many modes left.
        foreach (int[] order in Enumerable.Range(0, epochs.Count).OrderBy(i => epochs[i]).Chunk(EpochsAtOnce))
        {
            long[] chunk = [.. order.Select(i => epochs[i])];
            int alive = _triangle.Value.Alive(chunk);
            int columns = Math.Min(alive, _triangle.Value.Initial.Columns);
            for (int first = 0; first < columns; first += ColumnsAtOnce)
            {
                MatrixRows outputs = Outputs(
                    samples,
                    chunk,
                    first..alive,
                    first..Math.Min(first + ColumnsAtOnce, columns)
                );
                for (int row = 0; row < outputs.Rows; row++)
                    AddSquares(outputs.Row(row), errors.Row(order[row / (outputs.Rows / chunk.Length)]));
            }
        }
        TensorPrimitives.Divide(errors.Values, _outputs, errors.Values);
        return errors;
    }

    /// <summary>Some columns' (Lᵀrᵗx̃), a row each, one epoch's after the other's; above the diagonal L is zero.</summary>
    private MatrixRows Outputs(Matrix samples, long[] epochs, Range rows, Range columns)
    {
        MatrixRows weights = _triangle.Value.Decayed(epochs, rows, columns, ref _roomForWeights);
        _room ??= Matrix.Uninitialized(EpochsAtOnce * ColumnsAtOnce, samples.Columns);
        MatrixRows outputs = _room.Slice(..weights.Columns);
        _algebra.Multiply(weights, true, samples.Slice(rows), false, outputs);
        return outputs;
    }

    private static void AddSquares(ReadOnlySpan<double> outputs, Span<double> sums) =>
        TensorPrimitives.MultiplyAdd(outputs, outputs, sums, sums);
}
