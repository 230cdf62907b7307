using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Studies;

/// <summary>One experiment, repeated.</summary>
/// <param name="experiment">The setting.</param>
/// <param name="replicas">Independent draws of it, at least 1.</param>
/// <param name="company">Those with the same number are carried out close together.</param>
internal sealed class Series(IExperiment experiment, int replicas, int company)
{
    public IExperiment Experiment { get; } = experiment;

    public int Company { get; } = company;

    /// <summary>By replica; null where it was not carried out yet.</summary>
    public object?[] Results { get; } =
        new object?[replicas >= 1 ? replicas : throw new ArgumentOutOfRangeException(nameof(replicas))];
}
