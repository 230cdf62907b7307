using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>How one set of samples fares at many epochs, computed as few large products.</summary>
internal sealed class SpectralScores
{
    // 16 MB of outputs at once: the samples are read rarely, and memory is not torn through.
    private const int OutputsAtOnce = 2_000_000;

    // An experiment looks at about this many epochs.
    private const int TypicalEpochs = 100;

    private readonly Matrix _samples;
    private readonly Matrix _modes;
    private readonly DecayingRows _components;
    private readonly DecayingRows? _nullSpace;
    private readonly OneLayerExperiment _experiment;
    private readonly ILinearAlgebra _algebra;

    // With many columns to multiply it pays to project the samples on the modes once, and to look for epochs that
    // follow from others; with few, to turn D back.
    private readonly bool _manyColumns;
    private readonly SpannedErrors? _spanned;

    private (Matrix Modes, DecayingRows? NullSpace)? _projected;

    public SpectralScores(
        Matrix samples,
        Matrix modes,
        DecayingRows components,
        DecayingRows? nullSpace,
        OneLayerExperiment experiment,
        ILinearAlgebra algebra
    )
    {
        (_samples, _modes, _components, _nullSpace) = (samples, modes, components, nullSpace);
        (_experiment, _algebra) = (experiment, algebra);
        _manyColumns = TypicalEpochs * experiment.OutputDimension > samples.Rows;
        if (_manyColumns && nullSpace is null && components.Rates is { } rates)
            _spanned = new(new EpochSpan(rates), Errors);
    }

    /// <summary>The scores at the epochs, in their order.</summary>
    public SampleScore[] At(IReadOnlyList<long> epochs) =>
        [
            .. (_spanned?.At(epochs) ?? Errors(epochs)).Select(errors =>
                SampleScore.Of(errors, _experiment.Criterion.Epsilon)
            ),
        ];

    private IEnumerable<double[]> Errors(IReadOnlyList<long> epochs)
    {
        int outputs = _experiment.OutputDimension;
        int atOnce = Math.Max(1, OutputsAtOnce / outputs / Math.Max(_samples.Rows, _samples.Columns));
        return epochs.Chunk(atOnce).SelectMany(chunk => SampleScore.Errors(Outputs(chunk), outputs));
    }

    /// <summary>Dᵀx of every sample at several epochs.</summary>
    private Matrix Outputs(IReadOnlyList<long> epochs)
    {
        if (_manyColumns)
        {
            _projected ??= (
                Product(_modes, _samples, transposeRight: true),
                _nullSpace?.SeenBy(_samples, _algebra)
            );
            return Combine(_projected.Value.Modes, _projected.Value.NullSpace, epochs);
        }
        return Product(_samples, Combine(_modes, _nullSpace, epochs));
    }

    /// <summary>basisᵀ · components + rest; modes that have vanished are left out.</summary>
    private Matrix Combine(Matrix basis, DecayingRows? rest, IReadOnlyList<long> epochs)
    {
        int alive = _components.Alive(epochs);
        if (alive < basis.Rows)
            basis = new(alive, basis.Columns, basis.Values[..(alive * basis.Columns)]);
        var weights = _components.At(epochs, alive);
        var sum = rest?.At(epochs, basis.Columns) ?? new Matrix(basis.Columns, weights.Columns);
        _algebra.Multiply(basis, true, weights, false, sum, keep: rest is null ? 0 : 1);
        return sum;
    }

    private Matrix Product(Matrix left, Matrix right, bool transposeRight = false)
    {
        var product = new Matrix(left.Rows, transposeRight ? right.Rows : right.Columns);
        _algebra.Multiply(left, false, right, transposeRight, product);
        return product;
    }
}
