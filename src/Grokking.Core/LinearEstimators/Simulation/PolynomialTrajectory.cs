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

    private readonly DistanceByPolynomials? _distance;
    private readonly Dictionary<SampleSet, CountedSamples> _samples = [];
    private readonly Lazy<ITrajectory> _spectral; // for later epochs
    private long _last = -1; // the last epoch for which polynomials are used

    public PolynomialTrajectory(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        _spectral = new(() => new SpectralTrajectory(experiment, draw, algebra));
        if (!DistanceByPolynomials.Suit(experiment, draw.Training.EigenvaluesAlone))
            return;
        _distance = new(experiment, draw, algebra);
        _last = _distance.LastEpoch(
            Math.Max(1, MostMatrices * experiment.InputDimension / experiment.OutputDimension)
        );
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
    /// Whether it is the cheaper way: only t* is asked for; few outputs, clean labels, no null space, no oscillating modes
    /// where Σ has the spectrum of Marchenko and Pastur.
    /// </summary>
    public static bool Suits(OneLayerExperiment experiment)
    {
        double largest = Math.Pow(1 + Math.Sqrt(experiment.SampleRatio), 2) + (experiment.WeightDecay / 2);
        return experiment
                is { PointsPerDecade: 0, OutputDimension: <= MostOutputs, LabelNoise: 0, SampleRatio: <= 1 }
            && 2 * experiment.LearningRate / experiment.OutputDimension * largest < 0.5;
    }

    public Losses LossesAt(long epoch) =>
        epoch <= _last ? _distance!.LossesAt(epoch) : _spectral.Value.LossesAt(epoch);

    public void Prepare(SampleSet set, long from, long to)
    {
        if (to <= _last)
        {
            _samples[set].Prepare(from, to);
            return;
        }
        _last = -1; // who has eigenvectors needs no polynomials
        _spectral.Value.Prepare(set, from, to);
    }

    public double[] AccuraciesAt(SampleSet set, IReadOnlyList<long> epochs) =>
        epochs.Max() <= _last
            ? _samples[set].AccuraciesAt(epochs)
            : _spectral.Value.AccuraciesAt(set, epochs);

    public IEnumerable<bool> MeetsAt(SampleSet set, IReadOnlyList<long> epochs)
    {
        foreach (long[] some in epochs.Chunk(AtOnce))
        foreach (
            bool meets in some.Max() <= _last ? _samples[set].Meets(some) : _spectral.Value.MeetsAt(set, some)
        )
            yield return meets;
    }
}
