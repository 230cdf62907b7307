using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Gradient descent in the eigenbasis of Σ: D̃_i(t) = r_iᵗ (D̃_i(0) − D̃_i(∞)) + D̃_i(∞) with
/// D̃_i(∞) = (p̃_i − g T̃_i)/(ν_i+g), g = γ/2, where p = Xᵀδ/N_tr is the pull of labels that are off by δ.
/// </summary>
/// <remarks>
/// For λ &gt; 1 the null space of Σ needs no basis: the part of D that is orthogonal to all modes is one more
/// eigenspace with ν = 0, kept in the original coordinates.
/// </remarks>
internal sealed class SpectralTrajectory : ITrajectory
{
    // An experiment looks at about this many epochs.
    private const int TypicalEpochs = 100;

    private readonly double[] _eigenvalues;
    private readonly int _outputDimension;
    private readonly DecayingRows _modes;
    private readonly DecayingRows? _nullSpace;
    private readonly Dictionary<SampleSet, CountedSamples> _samples;

    public SpectralTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        var basis = draw.Training.Modes;
        _eigenvalues = draw.Training.ModeEigenvalues;
        _outputDimension = experiment.OutputDimension;
        Matrix distance = draw.Distance();
        Matrix along = AlongModes(distance);
        _modes = Rows(
            experiment,
            _eigenvalues,
            along,
            experiment.WeightDecay > 0 ? AlongModes(draw.Teacher) : null,
            draw.Pull(algebra) is { } pull ? AlongModes(pull) : null
        );
        _nullSpace =
            basis.Rows == basis.Columns
                ? null
                : Rows(
                    experiment,
                    new double[basis.Columns],
                    Beyond(distance, along),
                    experiment.WeightDecay > 0 ? Beyond(draw.Teacher, AlongModes(draw.Teacher)) : null,
                    pull: null
                );
        Lazy<DecayingRows> triangle = new(() => _modes.Triangular(algebra));
        Lazy<OutputNorms> norms = new(() => OutputNorms.Of(_modes.Initial, algebra));
        var alongModes = new DistanceAlongModes(basis, _modes, algebra);
        _samples = new()
        {
            [SampleSet.Training] = Counted(draw.Training.Samples),
            [SampleSet.Fresh] = Counted(draw.FreshSamples),
        };

        CountedSamples Counted(Matrix samples)
        {
            return new(
                Counts(..samples.Rows),
                new(() => Counts(..CountedSamples.Few(samples.Rows))),
                samples.Rows,
                experiment.Criterion.Level
            );

            // With many columns to multiply it pays to turn the samples to the modes once; with few, to turn D back.
            ISampleCounts Counts(Range some) =>
                TypicalEpochs * _outputDimension <= samples.Rows
                || _nullSpace is not null
                || _modes.Limit is not null
                    ? new CountsFromOutputs(
                        samples.Slice(some),
                        alongModes,
                        _nullSpace,
                        experiment.Criterion.Epsilon,
                        algebra
                    )
                    : new CountsOfManyOutputs(
                        new(() =>
                            new(
                                draw.Training.AlongModes(samples).SliceColumns(some),
                                triangle.Value,
                                _outputDimension,
                                algebra
                            )
                        ),
                        _modes,
                        norms,
                        experiment.Criterion.Epsilon,
                        algebra
                    );
        }

        Matrix AlongModes(Matrix network) => algebra.Product(basis, false, network, false);

        // What is orthogonal to all modes.
        Matrix Beyond(Matrix network, Matrix components)
        {
            var rest = network.Copy();
            algebra.Multiply(basis, true, components, false, rest, scale: -1, keep: 1);
            return rest;
        }
    }

    public Losses LossesAt(long epoch)
    {
        double training = 0;
        double generalization = 0;
        for (int i = 0; i < _eigenvalues.Length; i++)
        {
            double square = _modes.SquaredNorm(i, epoch);
            training += _eigenvalues[i] * square;
            generalization += square;
        }
        if (_nullSpace is not null)
            generalization += _nullSpace.SquaredNorm(epoch);
        return new(training / _outputDimension, generalization / _outputDimension);
    }

    public void Prepare(SampleSet set, long from, long to) => _samples[set].Prepare(from, to);

    public double[] AccuraciesAt(SampleSet set, IReadOnlyList<long> epochs) =>
        _samples[set].AccuraciesAt(epochs);

    public IEnumerable<bool> MeetsAt(SampleSet set, IReadOnlyList<long> epochs) =>
        _samples[set].Meets(epochs);

    /// <summary>Modes with eigenvalues ν, a row each, that start at D̃(0); without teacher γ = 0.</summary>
    private static DecayingRows Rows(
        OneLayerExperiment experiment,
        double[] eigenvalues,
        Matrix distance,
        Matrix? teacher,
        Matrix? pull
    )
    {
        double shift = experiment.WeightDecay / 2;
        var initial = distance.Copy();
        var limit = teacher is null && pull is null ? null : new Matrix(distance.Rows, distance.Columns);
        for (int i = 0; limit is not null && i < limit.Rows; i++)
        for (int j = 0; j < limit.Columns; j++)
        {
            double rate = eigenvalues[i] + shift;
            limit[i, j] = rate > 0 ? ((pull?[i, j] ?? 0) - (shift * (teacher?[i, j] ?? 0))) / rate : 0;
            initial[i, j] -= limit[i, j];
        }
        return new([.. eigenvalues.Select(eigenvalue => Decay.Of(experiment, eigenvalue))], initial, limit);
    }
}
