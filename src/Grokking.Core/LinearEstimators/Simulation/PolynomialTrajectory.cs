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
    // With more nodes than this part of d_in by the usual end, eigenvectors take less time.
    private const double MostNodes = 0.5;

    // By then, where the slowest mode has fallen to e⁻⁴, a level of accuracy is usually met.
    private const double UsualEnd = 4;

    // The first nodes serve so many epochs.
    private const long First = 256;

    private readonly OneLayerExperiment _experiment;
    private readonly OneLayerDraw _draw;
    private readonly ILinearAlgebra _algebra;
    private readonly ChebyshevNodes? _nodes;
    private readonly Lazy<ITrajectory> _spectral; // for later epochs
    private long _last = -1; // the last epoch for which nodes are used: at most d_in of them
    private Stage? _stage;

    public PolynomialTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        (_experiment, _draw, _algebra) = (experiment, draw, algebra);
        _spectral = new(() => new SpectralTrajectory(experiment, draw, algebra));
        var (eigenvalues, rate) = (draw.Training.EigenvaluesAlone, Rate(experiment));
        if (!ChebyshevNodes.Suit(eigenvalues, rate))
            return;
        _nodes = new(draw.Training.Covariance, eigenvalues, rate, draw.Distance(), algebra);
        _last = _nodes.LastEpoch(experiment.InputDimension);
    }

    /// <summary>What serves epochs up to one.</summary>
    /// <param name="Until">That epoch.</param>
    /// <param name="Vectors">U_j, a row each.</param>
    /// <param name="Decaying">p(ν_j), with the U_j in place of modes.</param>
    /// <param name="Samples">Counted by them.</param>
    private sealed record Stage(
        long Until,
        Matrix Vectors,
        DecayingRows Decaying,
        Dictionary<SampleSet, CountedSamples> Samples
    );

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
            && ChebyshevNodes.Count([least, largest], rate, UsualEnd / rate / least)
                <= MostNodes * experiment.InputDimension;
    }

    public Losses LossesAt(long epoch)
    {
        if (epoch > _last)
            return _spectral.Value.LossesAt(epoch);
        Stage stage = StageFor(epoch);
        Matrix? room = null;
        MatrixRows factors = stage.Decaying.Decayed([epoch], .., .., ref room);
        Matrix distance = _algebra.Product(stage.Vectors, true, factors, false);
        double errors = _algebra.Product(_draw.Training.Samples, false, distance, false).SquaredNorm();
        return new(errors / _experiment.TrainingSamples, distance.SquaredNorm());
    }

    public void Prepare(SampleSet set, long from, long to)
    {
        if (to <= _last)
        {
            StageFor(to).Samples[set].Prepare(from, to);
            return;
        }
        _last = -1; // who has eigenvectors needs no nodes
        _spectral.Value.Prepare(set, from, to);
    }

    public double[] AccuraciesAt(SampleSet set, IReadOnlyList<long> epochs) =>
        epochs.Max() > _last
            ? _spectral.Value.AccuraciesAt(set, epochs)
            : StageFor(epochs.Max()).Samples[set].AccuraciesAt(epochs);

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
            Stage stage = StageFor(epochs[i]);
            long[] next = [.. epochs.Skip(i).TakeWhile(epoch => epoch <= stage.Until)];
            foreach (bool meets in stage.Samples[set].Meets(next))
                yield return meets;
            i += next.Length;
        }
    }

    private Stage StageFor(long epoch) =>
        epoch <= _stage?.Until ? _stage : _stage = NewStage(Math.Max(epoch, Math.Min(First, _last)));

    private Stage NewStage(long until)
    {
        var (nodes, vectors) = _nodes!.UpTo(until);
        var ones = new Matrix(nodes.Length, 1);
        Array.Fill(ones.Values, 1);
        DecayingRows decaying = new(
            [.. nodes.Select(node => Decay.Of(_experiment, node))],
            ones,
            limit: null
        );
        double reach = Enumerable
            .Range(0, vectors.Rows)
            .Sum(j => TensorPrimitives.Norm<double>(vectors.Row(j)));
        return new(
            until,
            vectors,
            decaying,
            new()
            {
                [SampleSet.Training] = Counted(_draw.Training.Samples),
                [SampleSet.Fresh] = Counted(_draw.FreshSamples),
            }
        );

        CountedSamples Counted(Matrix samples) =>
            new(
                Counts(samples.Slice(..)),
                new(() => Counts(samples.Slice(..CountedSamples.Few(samples.Rows)))),
                samples.Rows,
                _experiment.Criterion.Level
            );

        CountsFromOutputs Counts(MatrixRows samples) =>
            new(samples, vectors, decaying, reach, null, _experiment.Criterion.Epsilon, _algebra);
    }

    private static double Rate(OneLayerExperiment experiment) =>
        2 * experiment.LearningRate / experiment.OutputDimension;
}
