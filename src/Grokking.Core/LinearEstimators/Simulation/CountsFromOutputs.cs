using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Counts from the outputs Dᵀx, for any D: the product that costs least where outputs are few. Outputs are laid out
/// one after the other, each for all samples.
/// </summary>
/// <remarks>
/// Outputs that follow from anchors are known to a bound: where every r_iᵗ is off by at most τ of the largest one, Dᵀx is by at
/// most τ max_i r_iᵗ ‖B‖‖x‖.
/// </remarks>
internal sealed class CountsFromOutputs : ISampleCounts
{
    // 16 MB of outputs at once: the samples are read rarely, and memory is not torn through.
    private const int OutputsAtOnce = 2_000_000;

    // So many epochs hardly ever need half as many anchors.
    private const int Many = 50;

    // A stretch of time is prepared with at most this many epochs; they rarely need half as many anchors, of which no
    // more than 400 MB are kept.
    private const int Cuts = 32;
    private const int MostKept = 50_000_000;

    private readonly MatrixRows _samples;
    private readonly IDecayingDistance _distance;
    private readonly DecayingRows? _nullSpace;
    private readonly ILinearAlgebra _algebra;
    private readonly double[]? _lasting; // outputs of what stays
    private readonly double[]? _beyond; // outputs of what the null space began with
    private readonly int _outputs;
    private readonly double _epsilon;
    private readonly Lazy<double[]> _bounds; // of √error, the largest power being 1
    private (long From, long To, SpannedRows Decaying)? _near;

    /// <param name="samples">x, one a row.</param>
    /// <param name="distance">D, without what lies in the null space of Σ.</param>
    /// <param name="nullSpace">D in the null space, in the original coordinates; null for nothing.</param>
    /// <param name="epsilon">A sample below this error is correct.</param>
    /// <param name="algebra">Multiplies.</param>
    public CountsFromOutputs(
        MatrixRows samples,
        IDecayingDistance distance,
        DecayingRows? nullSpace,
        double epsilon,
        ILinearAlgebra algebra
    )
    {
        (_samples, _distance, _nullSpace) = (samples, distance, nullSpace);
        (_epsilon, _algebra, _outputs) = (epsilon, algebra, distance.Outputs);
        if (Sum(distance.Limit(), nullSpace?.Limit?.Transposed()) is { } limit)
            _lasting = Outputs(limit, samples).Values;
        if (nullSpace is not null)
            _beyond = Outputs(nullSpace.Initial.Transposed(), samples).Values;
        _bounds = new(() =>
            [
                .. RowNorms
                    .Of(samples)
                    .ToArray()
                    .Select(norm => EpochSpan.Tolerance * distance.Reach * norm / Math.Sqrt(_outputs)),
            ]
        );
    }

    public void Prepare(long from, long to)
    {
        if (_distance.Rates is not { } rates || (long)Cuts * _samples.Rows * _outputs > MostKept)
            return;
        var decaying = Spanned(rates);
        decaying.Expect([
            .. Enumerable.Range(0, Cuts).Select(i => from + ((to - from) * i / (Cuts - 1))).Distinct(),
        ]);
        _near = (from, to, decaying);
    }

    public IEnumerable<int> Correct(IReadOnlyList<long> epochs) =>
        epochs.Chunk(Math.Max(1, OutputsAtOnce / _outputs / _samples.Rows)).SelectMany(Chunk);

    private IEnumerable<int> Chunk(long[] epochs)
    {
        SpannedRows? spanned =
            _near is var (from, to, decaying) && epochs.All(epoch => epoch >= from && epoch <= to) ? decaying
            : epochs.Length >= Many && _distance.Rates is { } rates ? Spanned(rates)
            : null;
        Matrix rows = spanned?.At(epochs) ?? Decaying(epochs);
        return epochs.Select(
            (epoch, i) =>
            {
                double[] errors = Errors(rows.Row(i), epoch, _lasting, _beyond);
                return spanned is null
                    ? SampleErrors.Correct(errors, _epsilon)
                    : CorrectWithinBounds(errors, epoch);
            }
        );
    }

    private int CorrectWithinBounds(double[] errors, long epoch)
    {
        double largest = _distance.LargestFactor(epoch);
        var (least, most) = (new double[errors.Length], new double[errors.Length]);
        for (int i = 0; i < errors.Length; i++)
        {
            double root = Math.Sqrt(errors[i]);
            double bound = _bounds.Value[i] * largest;
            double below = Math.Max(0, root - bound);
            (least[i], most[i]) = (below * below, (root + bound) * (root + bound));
        }
        return CertainCount.Correct(least, most, _epsilon, open => Exactly(open, epoch));
    }

    /// <summary>The errors of some samples by a product of their own.</summary>
    private double[] Exactly(IReadOnlyList<int> open, long epoch)
    {
        var samples = new Matrix(open.Count, _samples.Columns);
        for (int i = 0; i < open.Count; i++)
            _samples.Row(open[i]).CopyTo(samples.Row(i));
        return Errors(
            Outputs(_distance.At([epoch]), samples).Values,
            epoch,
            Theirs(_lasting),
            Theirs(_beyond)
        );

        double[]? Theirs(double[]? outputs) =>
            outputs is null
                ? null
                :
                [
                    .. Enumerable
                        .Range(0, _outputs)
                        .SelectMany(k => open.Select(i => outputs[(k * _samples.Rows) + i])),
                ];
    }

    /// <summary>‖Dᵀx‖²/d_out of every sample, from the outputs of what decays, which are overwritten.</summary>
    private double[] Errors(Span<double> outputs, long epoch, double[]? lasting, double[]? beyond)
    {
        if (lasting is not null)
            TensorPrimitives.Add(outputs, lasting, outputs);
        if (beyond is not null)
            TensorPrimitives.MultiplyAdd(beyond, _nullSpace!.Factor(0, epoch), outputs, outputs);
        var errors = new double[outputs.Length / _outputs];
        for (int first = 0; first < outputs.Length; first += errors.Length)
        {
            Span<double> output = outputs.Slice(first, errors.Length);
            TensorPrimitives.MultiplyAdd(output, output, errors, errors);
        }
        TensorPrimitives.Divide(errors, _outputs, errors);
        return errors;
    }

    private SpannedRows Spanned(IReadOnlyList<double> rates) => new(new EpochSpan(rates), Decaying, _algebra);

    /// <summary>The outputs of what decays, a row for each epoch.</summary>
    private Matrix Decaying(IReadOnlyList<long> epochs) =>
        new(epochs.Count, _outputs * _samples.Rows, Outputs(_distance.At(epochs), _samples).Values);

    private Matrix Outputs(Matrix distance, MatrixRows samples) =>
        _algebra.Product(distance, false, samples, true);

    private static Matrix? Sum(Matrix? left, Matrix? right)
    {
        if (left is null || right is null)
            return left ?? right;
        var sum = left.Copy();
        TensorPrimitives.Add(sum.Values, right.Values, sum.Values);
        return sum;
    }
}
