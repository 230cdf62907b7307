using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Scores from the outputs Dᵀx, for any D: the product that costs least where outputs are few. Outputs are laid out
/// one after the other, each for all samples.
/// </summary>
internal sealed class ScoresFromOutputs : ISampleScores
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
    private readonly Matrix _modes;
    private readonly DecayingRows _components;
    private readonly DecayingRows? _nullSpace;
    private readonly ILinearAlgebra _algebra;
    private readonly double[]? _lasting; // outputs of what stays
    private readonly double[]? _beyond; // outputs of what the null space began with
    private readonly int _outputs;
    private readonly double _epsilon;
    private readonly double[] _errors;
    private (long From, long To, SpannedRows Decaying)? _near;
    private Matrix? _room; // for components

    public ScoresFromOutputs(
        MatrixRows samples,
        Matrix modes,
        DecayingRows components,
        DecayingRows? nullSpace,
        double epsilon,
        ILinearAlgebra algebra
    )
    {
        (_samples, _modes, _components, _nullSpace) = (samples, modes, components, nullSpace);
        (_epsilon, _algebra, _outputs) = (epsilon, algebra, components.Initial.Columns);
        _errors = new double[samples.Rows];
        if (components.Limit is { } limit)
            _lasting = Outputs(Turned(limit, nullSpace?.Limit)).Values;
        if (nullSpace is not null)
            _beyond = Outputs(nullSpace.Initial).Values;
    }

    public void Prepare(long from, long to)
    {
        if (_components.Rates is not { } rates || (long)Cuts * _samples.Rows * _outputs > MostKept)
            return;
        var decaying = Spanned(rates);
        decaying.Expect([
            .. Enumerable.Range(0, Cuts).Select(i => from + ((to - from) * i / (Cuts - 1))).Distinct(),
        ]);
        _near = (from, to, decaying);
    }

    public IEnumerable<SampleScore> At(IReadOnlyList<long> epochs) =>
        Errors(epochs).Select(errors => SampleScore.Of(errors, _epsilon));

    public IEnumerable<int> Correct(IReadOnlyList<long> epochs) =>
        Errors(epochs).Select(errors => SampleScore.Correct(errors, _epsilon));

    /// <summary>‖Dᵀx‖²/d_out of every sample at each of the epochs; each array is overwritten by the next.</summary>
    private IEnumerable<double[]> Errors(IReadOnlyList<long> epochs) =>
        epochs.Chunk(Math.Max(1, OutputsAtOnce / _outputs / _samples.Rows)).SelectMany(Chunk);

    private IEnumerable<double[]> Chunk(long[] epochs)
    {
        Matrix rows =
            _near is var (from, to, decaying) && epochs.All(epoch => epoch >= from && epoch <= to)
                ? decaying.At(epochs)
            : epochs.Length >= Many && _components.Rates is { } rates ? Spanned(rates).At(epochs)
            : Decaying(epochs);
        return epochs.Select((epoch, i) => Errors(rows.Row(i), epoch));
    }

    private double[] Errors(Span<double> outputs, long epoch)
    {
        if (_lasting is not null)
            TensorPrimitives.Add(outputs, _lasting, outputs);
        if (_beyond is not null)
            TensorPrimitives.MultiplyAdd(_beyond, _nullSpace!.Factor(0, epoch), outputs, outputs);
        Array.Clear(_errors);
        for (int first = 0; first < outputs.Length; first += _errors.Length)
        {
            Span<double> output = outputs.Slice(first, _errors.Length);
            TensorPrimitives.MultiplyAdd(output, output, _errors, _errors);
        }
        TensorPrimitives.Divide(_errors, _outputs, _errors);
        return _errors;
    }

    private SpannedRows Spanned(IReadOnlyList<double> rates) => new(new EpochSpan(rates), Decaying, _algebra);

    /// <summary>The outputs of what decays, a row for each epoch.</summary>
    private Matrix Decaying(IReadOnlyList<long> epochs)
    {
        int alive = _components.Alive(epochs);
        Matrix outputs = Outputs(Turned(_components.Decayed(epochs, ..alive, .., ref _room)));
        return new(epochs.Count, _outputs * _samples.Rows, outputs.Values);
    }

    /// <summary>From components along the first modes back to the original coordinates, added to what is there.</summary>
    private Matrix Turned(MatrixRows components, Matrix? beyond = null)
    {
        Matrix sum = beyond is null ? new(_modes.Columns, components.Columns) : beyond.Copy();
        _algebra.Multiply(_modes.Slice(..components.Rows), true, components, false, sum, keep: 1);
        return sum;
    }

    private Matrix Outputs(Matrix distance) => _algebra.Product(distance, true, _samples, true);
}
