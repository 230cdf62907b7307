using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The results of a set of experiments, by experiment and replica.</summary>
public sealed class Measurements
{
    private readonly Dictionary<IExperiment, object[]> results = [];

    /// <summary>The results of one experiment, by replica.</summary>
    /// <exception cref="KeyNotFoundException">The experiment was not measured.</exception>
    public IReadOnlyList<OneLayerResult> this[OneLayerExperiment experiment] =>
        [.. results[experiment].Cast<OneLayerResult>()];

    /// <summary>The results of one experiment, by replica.</summary>
    /// <exception cref="KeyNotFoundException">The experiment was not measured.</exception>
    public IReadOnlyList<TwoLayerResult> this[TwoLayerExperiment experiment] =>
        [.. results[experiment].Cast<TwoLayerResult>()];

    internal bool Contains(IExperiment experiment, int replicas) =>
        results.TryGetValue(experiment, out object[]? all) && all.Length == replicas;

    internal void Set(IExperiment experiment, object[] replicas) => results[experiment] = replicas;
}
