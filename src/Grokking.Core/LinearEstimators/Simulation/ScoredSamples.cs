namespace Grokking.LinearEstimators.Simulation;

/// <summary>One set of samples, scored at any epoch.</summary>
/// <param name="errors">How far off each of them is.</param>
/// <param name="few">How far off the first tenth of them is; made when first needed.</param>
/// <param name="count">How many samples there are.</param>
/// <param name="epsilon">A sample below this error is correct.</param>
/// <param name="level">The accuracy that is asked for.</param>
internal sealed class ScoredSamples(
    ISampleErrors errors,
    Lazy<ISampleErrors> few,
    int count,
    double epsilon,
    double level
)
{
    private bool _prepared;

    /// <summary>How many samples are the first tenth.</summary>
    public static int Few(int count) => Math.Max(1, count / 10);

    /// <summary>Says that many looks will follow between two epochs.</summary>
    public void Prepare(long from, long to)
    {
        errors.Prepare(from, to);
        _prepared = true;
    }

    /// <summary>The scores at each of the epochs, in their order.</summary>
    public IEnumerable<SampleScore> At(IReadOnlyList<long> epochs) =>
        errors.At(epochs).Select(all => SampleScore.Of(all, epsilon));

    /// <summary>
    /// Whether the accuracy meets its level at each of the epochs, asked for one after the other. Before
    /// <see cref="Prepare"/> a tenth of the samples is looked at first: it most often holds more wrong ones than the
    /// level allows for all.
    /// </summary>
    public IEnumerable<bool> Meets(IReadOnlyList<long> epochs) =>
        _prepared
            ? At(epochs).Select(Meets)
            : few
                .Value.At(epochs)
                .Zip(epochs, (some, epoch) => !TooMany(some) && Meets(At([epoch]).Single()));

    private bool Meets(SampleScore score) => score.Accuracy >= level;

    private bool TooMany(double[] some) =>
        (double)(count - some.Count(error => !(error < epsilon))) / count < level;
}
