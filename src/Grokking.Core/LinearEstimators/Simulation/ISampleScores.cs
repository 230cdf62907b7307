namespace Grokking.LinearEstimators.Simulation;

/// <summary>How one set of samples fares, at any epoch.</summary>
internal interface ISampleScores
{
    /// <summary>Says that many looks will follow between two epochs: what makes them cheap is done now.</summary>
    void Prepare(long from, long to);

    /// <summary>The scores at each of the epochs, in their order.</summary>
    IEnumerable<SampleScore> At(IReadOnlyList<long> epochs);

    /// <summary>How many samples are correct at each of the epochs: what is cheaper to know than a whole score.</summary>
    IEnumerable<int> Correct(IReadOnlyList<long> epochs);
}
