using Grokking.Curves;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Finds the whole epoch t* with accuracy(t*−1) &lt; level ≤ accuracy(t*), looking at few epochs.
/// </summary>
/// <remarks>
/// Epoch 0 is looked at first, then checkpoints in order; the first that meets the level and its predecessor
/// enclose t*, and the bracket is cut until they are neighbours, taking each time the first cut that meets the
/// level. Where the accuracy is monotone this is the first epoch that meets the level. A finite sample's accuracy
/// can cross the level back and forth within a few epochs; t* is then one of its upward crossings between those
/// two checkpoints, and a shorter excursion that no checkpoint saw is not counted.
/// </remarks>
/// <param name="meets">Whether the accuracy meets the level at each of some epochs, asked for as far as needed.</param>
/// <param name="prepare">Told between which two epochs t* is cut out, before it is.</param>
/// <param name="atOnce">How many epochs are cheapest to look at together.</param>
internal sealed class CrossingSearch(
    Func<IReadOnlyList<long>, IEnumerable<bool>> meets,
    Action<long, long> prepare,
    int atOnce
)
{
    /// <summary>Between checkpoints of which this is already known, in order, epoch 0 first.</summary>
    public ThresholdCrossing Among(IEnumerable<(long Epoch, bool Met)> checkpoints)
    {
        long before = -1;
        foreach (var (epoch, met) in checkpoints)
        {
            if (met)
                return before < 0
                    ? new ThresholdCrossing.Initially()
                    : new ThresholdCrossing.Reached(Between(before, epoch));
            before = epoch;
        }
        return new ThresholdCrossing.NotReachedBy(before);
    }

    /// <summary>With 0, the powers of two and the last epoch as checkpoints, looked at only as far as needed.</summary>
    public ThresholdCrossing Until(long last) =>
        Among(Doublings(last).Chunk(atOnce).SelectMany(epochs => epochs.Zip(meets(epochs))));

    private long Between(long below, long met)
    {
        prepare(below, met);
        while (met - below > 1)
        {
            long[] cuts =
            [
                .. Enumerable
                    .Range(1, atOnce)
                    .Select(k => below + ((met - below) * k / (atOnce + 1)))
                    .Where(cut => cut > below)
                    .Distinct(),
            ];
            int first = Array.IndexOf([.. meets(cuts)], true);
            (below, met) = (
                first == 0 ? below : cuts[first < 0 ? ^1 : first - 1],
                first < 0 ? met : cuts[first]
            );
        }
        return met;
    }

    private static IEnumerable<long> Doublings(long last)
    {
        yield return 0;
        for (long epoch = 1; epoch < last; epoch *= 2)
            yield return epoch;
        yield return last;
    }
}
