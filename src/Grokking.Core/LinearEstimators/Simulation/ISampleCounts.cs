namespace Grokking.LinearEstimators.Simulation;

/// <summary>How many of a set of samples are correct, at any epoch.</summary>
internal interface ISampleCounts
{
    /// <summary>Says that many looks will follow between two epochs: what makes them cheap is done now.</summary>
    void Prepare(long from, long to);

    /// <summary>How many samples are correct at each of the epochs, in their order.</summary>
    IEnumerable<int> Correct(IReadOnlyList<long> epochs);
}
