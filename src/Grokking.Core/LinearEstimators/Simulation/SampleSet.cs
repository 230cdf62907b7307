namespace Grokking.LinearEstimators.Simulation;

/// <summary>Which samples are meant.</summary>
internal enum SampleSet
{
    /// <summary>Those that the student is trained on.</summary>
    Training,

    /// <summary>Those that it has never seen.</summary>
    Fresh,
}
