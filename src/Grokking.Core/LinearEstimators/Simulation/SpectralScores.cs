using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>How one set of samples fares at many epochs, computed as few large products.</summary>
internal sealed class SpectralScores(
    Matrix samples,
    Matrix modes,
    DecayingRows components,
    DecayingRows? nullSpace,
    OneLayerExperiment experiment,
    ILinearAlgebra algebra
)
{
    // 16 MB of outputs at once: the samples are read rarely, and memory is not torn through.
    private const int OutputsAtOnce = 2_000_000;

    // An experiment looks at about this many epochs.
    private const int TypicalEpochs = 100;

    // With many columns to multiply it pays to project the samples on the modes once; with few, to turn D back.
    private readonly bool _project = TypicalEpochs * experiment.OutputDimension > samples.Rows;

    private (Matrix Modes, DecayingRows? NullSpace)? _projected;

    /// <summary>The scores at the epochs, in their order.</summary>
    public SampleScore[] At(IReadOnlyList<long> epochs)
    {
        int outputs = experiment.OutputDimension;
        int atOnce = Math.Max(1, OutputsAtOnce / outputs / Math.Max(samples.Rows, samples.Columns));
        return
        [
            .. epochs
                .Chunk(atOnce)
                .SelectMany(chunk => SampleScore.Of(Outputs(chunk), outputs, experiment.Criterion.Epsilon)),
        ];
    }

    /// <summary>Dᵀx of every sample at several epochs.</summary>
    private Matrix Outputs(IReadOnlyList<long> epochs)
    {
        if (_project)
        {
            _projected ??= (
                Product(modes, samples, transposeRight: true),
                nullSpace?.SeenBy(samples, algebra)
            );
            return Combine(_projected.Value.Modes, _projected.Value.NullSpace, epochs);
        }
        return Product(samples, Combine(modes, nullSpace, epochs));
    }

    /// <summary>basisᵀ · components + rest; modes that have vanished are left out.</summary>
    private Matrix Combine(Matrix basis, DecayingRows? rest, IReadOnlyList<long> epochs)
    {
        int alive = components.Alive(epochs);
        if (alive < basis.Rows)
            basis = new(alive, basis.Columns, basis.Values[..(alive * basis.Columns)]);
        var weights = components.At(epochs, alive);
        var sum = rest?.At(epochs, basis.Columns) ?? new Matrix(basis.Columns, weights.Columns);
        algebra.Multiply(basis, true, weights, false, sum, keep: rest is null ? 0 : 1);
        return sum;
    }

    private Matrix Product(Matrix left, Matrix right, bool transposeRight = false)
    {
        var product = new Matrix(left.Rows, transposeRight ? right.Rows : right.Columns);
        algebra.Multiply(left, false, right, transposeRight, product);
        return product;
    }
}
