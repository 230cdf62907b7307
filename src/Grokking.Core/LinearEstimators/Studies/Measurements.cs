using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The results of a set of experiments, each on the same number of replicas.</summary>
public sealed class Measurements
{
    private readonly Dictionary<OneLayerExperiment, OneLayerResult[]> results = [];

    /// <summary>The results of one experiment, by replica.</summary>
    /// <exception cref="KeyNotFoundException">The experiment was not measured.</exception>
    public IReadOnlyList<OneLayerResult> this[OneLayerExperiment experiment] => results[experiment];

    internal bool Contains(OneLayerExperiment experiment) => results.ContainsKey(experiment);

    internal void Add(OneLayerExperiment experiment, OneLayerResult[] replicas) =>
        results.Add(experiment, replicas);
}
