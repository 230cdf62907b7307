using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Gradient descent of one output as a polynomial of Σ, <see cref="ChebyshevNodes"/>: where only t* is measured, a few hundred
/// products with Σ take less time than its eigenvectors.
/// </summary>
internal sealed class PolynomialTrajectory : ITrajectory
{
    // With more nodes than this part of d_in, eigenvectors take less time.
    private const double MostNodes = 0.5;

    // By then, as often as the slowest mode falls to 1/e, a level of accuracy is usually met.
    private const double UsualTimes = 4;

    // The first nodes serve so many epochs.
    private const long First = 256;

    private readonly OneLayerExperiment _experiment;
    private readonly OneLayerDraw _draw;
    private readonly ILinearAlgebra _algebra;
    private readonly ChebyshevNodes _nodes;
    private readonly Lazy<ITrajectory> _spectral; // for later epochs
    private readonly long _last; // the last epoch for which nodes are used
    private long _until = -1; // the last epoch for which there are nodes
    private Matrix _vectors = new(1, 1);
    private DecayingRows? _decaying;
    private Dictionary<SampleSet, ScoredSamples> _samples = [];

    public PolynomialTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        (_experiment, _draw, _algebra) = (experiment, draw, algebra);
        _spectral = new(() => new SpectralTrajectory(experiment, draw, algebra));
        var distance = new Matrix(draw.Student.Rows, draw.Student.Columns);
        TensorPrimitives.Subtract(draw.Student.Values, draw.Teacher.Values, distance.Values);
        double rate = Rate(experiment);
        _nodes = new(draw.Training.Covariance, draw.Training.EigenvaluesAlone, rate, distance, algebra);
        _last = (long)(UsualTimes * UsualTimes / rate / draw.Training.EigenvaluesAlone[0]);
    }

    /// <summary>
    /// Whether it is the cheaper way: only t* is asked for; one output, no weight decay, clean labels, no null space, no
    /// oscillating modes, and few nodes by the time that matters where Σ has the spectrum of Marchenko and Pastur.
    /// </summary>
    public static bool Suits(OneLayerExperiment experiment)
    {
        double root = Math.Sqrt(experiment.SampleRatio);
        var (least, largest, rate) = ((1 - root) * (1 - root), (1 + root) * (1 + root), Rate(experiment));
        return experiment
                is { PointsPerDecade: 0, OutputDimension: 1, WeightDecay: 0, LabelNoise: 0, SampleRatio: < 1 }
            && rate * largest < 0.5
            && ChebyshevNodes.Count([least, largest], rate, UsualTimes / rate / least)
                <= MostNodes * experiment.InputDimension;
    }

    public Losses LossesAt(long epoch)
    {
        if (epoch > _last)
            return _spectral.Value.LossesAt(epoch);
        Extend(epoch);
        Matrix? room = null;
        Matrix distance = _algebra.Product(
            _vectors,
            true,
            _decaying!.Decayed([epoch], .., .., ref room),
            false
        );
        double errors = _algebra.Product(_draw.Training.Samples, false, distance, false).SquaredNorm();
        return new(errors / _experiment.TrainingSamples, distance.SquaredNorm());
    }

    public void Prepare(SampleSet set, long from, long to)
    {
        if (to > _last)
            _spectral.Value.Prepare(set, from, to);
        else
        {
            Extend(to);
            _samples[set].Prepare(from, to);
        }
    }

    public SampleScore[] ScoresAt(SampleSet set, IReadOnlyList<long> epochs)
    {
        if (epochs.Max() > _last)
            return _spectral.Value.ScoresAt(set, epochs);
        Extend(epochs.Max());
        return [.. _samples[set].At(epochs)];
    }

    public IEnumerable<bool> MeetsAt(SampleSet set, IReadOnlyList<long> epochs)
    {
        // As far as there are nodes all at once; later epochs one by one, as each needs more of them.
        for (int i = 0; i < epochs.Count; )
        {
            if (epochs[i] > _last)
            {
                foreach (bool meets in _spectral.Value.MeetsAt(set, [.. epochs.Skip(i)]))
                    yield return meets;
                yield break;
            }
            Extend(epochs[i]);
            long[] next = [.. epochs.Skip(i).TakeWhile(epoch => epoch <= _until)];
            foreach (bool meets in _samples[set].Meets(next))
                yield return meets;
            i += next.Length;
        }
    }

    private void Extend(long epoch)
    {
        if (epoch <= _until)
            return;
        _until = Math.Max(epoch, First);
        (double[] nodes, _vectors) = _nodes.UpTo(_until);
        var ones = new Matrix(nodes.Length, 1);
        Array.Fill(ones.Values, 1);
        _decaying = new([.. nodes.Select(node => Decay.Of(_experiment, node))], ones, limit: null);
        _samples = new()
        {
            [SampleSet.Training] = Scored(_draw.Training.Samples),
            [SampleSet.Fresh] = Scored(_draw.FreshSamples),
        };
    }

    private ScoredSamples Scored(Matrix samples)
    {
        return new(
            Scores(..samples.Rows),
            new(() => Scores(..ScoredSamples.Few(samples.Rows))),
            samples.Rows,
            _experiment.Criterion.Level
        );

        ScoresFromOutputs Scores(Range some) =>
            new(samples.Slice(some), _vectors, _decaying!, null, _experiment.Criterion.Epsilon, _algebra);
    }

    private static double Rate(OneLayerExperiment experiment) =>
        2 * experiment.LearningRate / experiment.OutputDimension;
}
