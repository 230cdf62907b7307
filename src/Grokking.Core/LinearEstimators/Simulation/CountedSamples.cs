namespace Grokking.LinearEstimators.Simulation;

/// <summary>One set of samples, looked at at any epoch.</summary>
/// <param name="counts">How many of all are correct.</param>
/// <param name="few">How many of the first tenth are; made when first needed.</param>
/// <param name="count">How many samples there are.</param>
/// <param name="level">The accuracy that is asked for.</param>
internal sealed class CountedSamples(ISampleCounts counts, Lazy<ISampleCounts> few, int count, double level)
{
    private bool _prepared;

    /// <summary>How many samples are the first tenth.</summary>
    public static int Few(int count) => Math.Max(1, count / 10);

    /// <summary>Says that many looks will follow between two epochs.</summary>
    public void Prepare(long from, long to)
    {
        counts.Prepare(from, to);
        _prepared = true;
    }

    /// <summary>The fraction that is correct at each of the epochs, in their order.</summary>
    public double[] AccuraciesAt(IReadOnlyList<long> epochs) =>
        [.. counts.Correct(epochs).Select(correct => (double)correct / count)];

    /// <summary>
    /// Whether the accuracy meets its level at each of the epochs, asked for one after the other. Before
    /// <see cref="Prepare"/> a tenth of the samples is looked at first: it most often holds more wrong ones than the
    /// level allows for all.
    /// </summary>
    public IEnumerable<bool> Meets(IReadOnlyList<long> epochs) =>
        _prepared
            ? counts.Correct(epochs).Select(Meets)
            : few
                .Value.Correct(epochs)
                .Zip(
                    epochs,
                    (correct, epoch) =>
                        Meets(correct + count - Few(count)) && Meets(counts.Correct([epoch]).Single())
                );

    private bool Meets(int correct) => (double)correct / count >= level;
}
