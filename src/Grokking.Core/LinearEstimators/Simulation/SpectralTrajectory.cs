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
    private readonly double _epsilon;
    private readonly DecayingRows _modes;
    private readonly DecayingRows? _nullSpace;
    private readonly Dictionary<SampleSet, ISampleErrors> _errors;

    public SpectralTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        var basis = draw.Training.Modes;
        _eigenvalues = draw.Training.ModeEigenvalues;
        (_outputDimension, _epsilon) = (experiment.OutputDimension, experiment.Criterion.Epsilon);
        var student = Split(draw.Student, basis, algebra);
        var teacher = Split(draw.Teacher, basis, algebra);
        var pull = draw.Pull(algebra) is { } all ? Split(all, basis, algebra).InModes : null;
        _modes = Rows(experiment, _eigenvalues, student.InModes, teacher.InModes, pull);
        _nullSpace =
            basis.Rows == basis.Columns
                ? null
                : Rows(experiment, new double[basis.Columns], student.Beyond, teacher.Beyond, pull: null);
        _errors = new()
        {
            [SampleSet.Training] = Errors(draw.Training.Samples),
            [SampleSet.Fresh] = Errors(draw.FreshSamples),
        };

        // With many columns to multiply it pays to turn the samples to the modes once; with few, to turn D back.
        ISampleErrors Errors(Matrix samples) =>
            TypicalEpochs * _outputDimension > samples.Rows && _nullSpace is null && _modes.Limit is null
                ? new ErrorsOfManyOutputs(() => draw.Training.AlongModes(samples), _modes, algebra)
                : new ErrorsFromOutputs(samples, basis, _modes, _nullSpace, algebra);
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

    public void Prepare(SampleSet set, long from, long to) => _errors[set].Prepare(from, to);

    public SampleScore[] ScoresAt(SampleSet set, IReadOnlyList<long> epochs) =>
        [.. _errors[set].At(epochs).Select(errors => SampleScore.Of(errors, _epsilon))];

    /// <summary>A network's components along the modes, and what is orthogonal to them.</summary>
    private static (Matrix InModes, Matrix Beyond) Split(Matrix network, Matrix basis, ILinearAlgebra algebra)
    {
        var components = new Matrix(basis.Rows, network.Columns);
        algebra.Multiply(basis, false, network, false, components);
        var rest = new Matrix(network.Rows, network.Columns, [.. network.Values]);
        algebra.Multiply(basis, true, components, false, rest, scale: -1, keep: 1);
        return (components, rest);
    }

    private static DecayingRows Rows(
        OneLayerExperiment experiment,
        double[] eigenvalues,
        Matrix student,
        Matrix teacher,
        Matrix? pull
    )
    {
        double shift = experiment.WeightDecay / 2;
        var initial = new Matrix(student.Rows, student.Columns);
        var limit = shift > 0 || pull is not null ? new Matrix(student.Rows, student.Columns) : null;
        for (int i = 0; i < student.Rows; i++)
        for (int j = 0; j < student.Columns; j++)
        {
            double rate = eigenvalues[i] + shift;
            double final = rate > 0 ? ((pull?[i, j] ?? 0) - (shift * teacher[i, j])) / rate : 0;
            initial[i, j] = student[i, j] - teacher[i, j] - final;
            limit?[i, j] = final;
        }
        return new([.. eigenvalues.Select(eigenvalue => Decay.Of(experiment, eigenvalue))], initial, limit);
    }
}
