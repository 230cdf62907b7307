using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Gradient descent of a few outputs by polynomials of Σ, <see cref="DistanceByPolynomials"/>: where only t* is measured, no
/// eigenvectors are needed.
/// </summary>
internal sealed class PolynomialTrajectory : ITrajectory
{
    // Reflections are applied to one output after the other.
    private const int MostOutputs = 8;

    // The polynomials of all outputs take no more room than so many matrices like Σ.
    private const int MostMatrices = 4;

    // Later epochs need more polynomials, and may not be asked for.
    private const int AtOnce = 4;

    private readonly Matrix _trainingSamples;
    private readonly DistanceByPolynomials? _distance;
    private readonly Dictionary<SampleSet, CountedSamples> _samples = [];
    private readonly Lazy<ITrajectory> _spectral; // for later epochs
    private readonly ILinearAlgebra _algebra;
    private long _last = -1; // the last epoch for which polynomials are used

    public PolynomialTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        (_trainingSamples, _algebra) = (draw.Training.Samples, algebra);
        _spectral = new(() => new SpectralTrajectory(experiment, draw, algebra));
        if (!DistanceByPolynomials.Suit(experiment, draw.Training.EigenvaluesAlone))
            return;
        int most = Math.Max(1, MostMatrices * experiment.InputDimension / experiment.OutputDimension);
        _distance = new(experiment, draw, most, algebra);
        _last = _distance.LastEpoch(most);
        _samples[SampleSet.Training] = Counted(draw.Training.Samples);
        _samples[SampleSet.Fresh] = Counted(draw.FreshSamples);

        CountedSamples Counted(Matrix samples) =>
            new(
                Counts(samples.Slice(..)),
                new(() => Counts(samples.Slice(..CountedSamples.Few(samples.Rows)))),
                samples.Rows,
                experiment.Criterion.Level
            );

        CountsFromOutputs Counts(MatrixRows samples) =>
            new(samples, _distance, null, experiment.Criterion.Epsilon, algebra);
    }

    /// <summary>
    /// Whether it is the cheaper way: only t* is asked for; few outputs, clean labels, no null space, and where Σ has the
    /// spectrum of Marchenko and Pastur no mode comes near to oscillating. Very near λ = 1 later epochs may need eigenvectors too.
    /// </summary>
    public static bool Suits(OneLayerExperiment experiment)
    {
        double largest = Math.Pow(1 + Math.Sqrt(experiment.SampleRatio), 2) + (experiment.WeightDecay / 2);
        return experiment
                is { PointsPerDecade: 0, OutputDimension: <= MostOutputs, LabelNoise: 0, SampleRatio: <= 1 }
            && 2 * experiment.LearningRate / experiment.OutputDimension * largest < 0.5;
    }

    public Losses LossesAt(long epoch)
    {
        if (epoch > _last)
            return _spectral.Value.LossesAt(epoch);
        Matrix distance = _distance!.At([epoch]);
        if (_distance.Limit() is { } limit)
            TensorPrimitives.Add(distance.Values, limit.Values, distance.Values);
        Matrix errors = _algebra.Product(distance, false, _trainingSamples, true);
        return new(
            errors.SquaredNorm() / errors.Columns / errors.Rows,
            distance.SquaredNorm() / distance.Rows
        );
    }

    public void Prepare(SampleSet set, long from, long to)
    {
        if (to <= _last)
        {
            _samples[set].Prepare(from, to);
            return;
        }
        // Who has eigenvectors needs no polynomials.
        _last = -1;
        _samples.Clear();
        _spectral.Value.Prepare(set, from, to);
    }

    public double[] AccuraciesAt(SampleSet set, IReadOnlyList<long> epochs) =>
        epochs.Max() <= _last
            ? _samples[set].AccuraciesAt(epochs)
            : _spectral.Value.AccuraciesAt(set, epochs);

    public IEnumerable<bool> MeetsAt(SampleSet set, IReadOnlyList<long> epochs)
    {
        foreach (long[] some in epochs.TakeWhile(epoch => epoch <= _last).Chunk(AtOnce))
        foreach (bool meets in _samples[set].Meets(some))
            yield return meets;
        long[] later = [.. epochs.SkipWhile(epoch => epoch <= _last)];
        if (later.Length == 0)
            yield break;
        foreach (bool meets in _spectral.Value.MeetsAt(set, later))
            yield return meets;
    }
}
