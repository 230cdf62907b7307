using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The results of a set of experiments, by experiment and replica.</summary>
public sealed class Measurements
{
    private readonly Dictionary<IExperiment, object?[]> _results;

    /// <summary>Nothing measured: enough for a study without experiments.</summary>
    public Measurements()
        : this([]) { }

    internal Measurements(IEnumerable<Series> series) =>
        _results = series.ToDictionary(one => one.Experiment, one => one.Results);

    /// <summary>The results of one experiment, by replica.</summary>
    /// <exception cref="KeyNotFoundException">The experiment was not measured.</exception>
    public IReadOnlyList<OneLayerResult> this[OneLayerExperiment experiment] =>
        [.. _results[experiment].Cast<OneLayerResult>()];

    /// <summary>The results of one experiment, by replica.</summary>
    /// <exception cref="KeyNotFoundException">The experiment was not measured.</exception>
    public IReadOnlyList<TwoLayerResult> this[TwoLayerExperiment experiment] =>
        [.. _results[experiment].Cast<TwoLayerResult>()];
}
