using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Gradient descent as eq. 3 says, D ← (I − (2η/d_out) Σ) D − (ηγ/d_out)(D + T), one epoch after the other; labels
/// that are off by δ add (2η/d_out) Xᵀδ/N_tr.
/// </summary>
/// <remarks>To look back it starts again from the last power of two, whose states it keeps.</remarks>
internal sealed class LiteralTrajectory : ITrajectory
{
    private readonly OneLayerExperiment _experiment;
    private readonly OneLayerDraw _draw;
    private readonly ILinearAlgebra _algebra;
    private readonly Matrix _covariance;
    private readonly Matrix? _pull;
    private readonly SortedList<long, Matrix> _kept = [];
    private long _epoch;
    private Matrix _difference;

    public LiteralTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        (_experiment, _draw, _algebra) = (experiment, draw, algebra);
        _covariance = algebra.Covariance(draw.Training.Samples);
        _pull = draw.Pull(algebra);
        _difference = draw.Distance();
        _kept.Add(0, _difference);
    }

    public Losses LossesAt(long epoch)
    {
        // Tr(DᵀΣD) as ‖XD‖²/N_tr: a large part of D in the null space of Σ would drown the quadratic form.
        var difference = At(epoch);
        double errors = _algebra.Product(_draw.Training.Samples, false, difference, false).SquaredNorm();
        int outputs = _experiment.OutputDimension;
        return new(errors / _experiment.TrainingSamples / outputs, difference.SquaredNorm() / outputs);
    }

    public void Prepare(SampleSet set, long from, long to) { }

    public double[] AccuraciesAt(SampleSet set, IReadOnlyList<long> epochs)
    {
        var samples = set == SampleSet.Training ? _draw.Training.Samples : _draw.FreshSamples;
        return
        [
            .. epochs.Select(epoch =>
                (double)
                    SampleErrors.Correct(
                        SampleErrors.Of(_algebra.Product(samples, false, At(epoch), false)),
                        _experiment.Criterion.Epsilon
                    ) / samples.Rows
            ),
        ];
    }

    public IEnumerable<bool> MeetsAt(SampleSet set, IReadOnlyList<long> epochs) =>
        epochs.Select(epoch => AccuraciesAt(set, [epoch]).Single() >= _experiment.Criterion.Level);

    private Matrix At(long epoch)
    {
        if (epoch < _epoch)
            (_epoch, _difference) = _kept.Last(kept => kept.Key <= epoch);
        while (_epoch < epoch)
            Step();
        return _difference;
    }

    private void Step()
    {
        double rate = _experiment.LearningRate / _experiment.OutputDimension;
        double decay = rate * _experiment.WeightDecay;
        var next = new Matrix(_difference.Rows, _difference.Columns);
        for (int i = 0; i < next.Values.Length; i++)
        {
            double difference = _difference.Values[i];
            double pull = _pull is null ? 0 : _pull.Values[i];
            next.Values[i] =
                difference - (decay * (difference + _draw.Teacher.Values[i])) + (2 * rate * pull);
        }
        _algebra.Multiply(_covariance, false, _difference, false, next, scale: -2 * rate, keep: 1);
        _difference = next;
        if (long.IsPow2(++_epoch))
            _kept.TryAdd(_epoch, next);
    }
}
