namespace Grokking.LinearEstimators.Simulation;

/// <summary>One training run, observable at any epoch from 0 on.</summary>
internal interface ITrajectory
{
    /// <summary>The two losses after <paramref name="epoch"/> steps.</summary>
    Losses LossesAt(long epoch);

    /// <summary>Says that many looks at the samples will follow between two epochs.</summary>
    void Prepare(SampleSet set, long from, long to);

    /// <summary>The fraction of samples that are correct at each of the epochs, which may come in any order.</summary>
    double[] AccuraciesAt(SampleSet set, IReadOnlyList<long> epochs);

    /// <summary>Whether the samples' accuracy meets its level at each of the epochs; found out as it is asked for.</summary>
    IEnumerable<bool> MeetsAt(SampleSet set, IReadOnlyList<long> epochs);
}
