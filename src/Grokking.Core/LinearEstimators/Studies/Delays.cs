using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The exact Δt of many parameters at once; by eq. 13, which is not exact, for several outputs.</summary>
internal static class Delays
{
    /// <summary>Δt of each, in epochs and in their order; null where a crossing does not exist.</summary>
    public static double?[] Exact(
        IReadOnlyList<OneLayerParameters> parameters,
        AccuracyCriterion criterion,
        Execution execution
    )
    {
        // The rule depends on λ alone, and is a good part of the work of one Δt.
        Dictionary<double, SpectralMeasure> measures = parameters
            .Select(one => one.SampleRatio)
            .Distinct()
            .ToDictionary(lambda => lambda, lambda => new MarchenkoPastur(lambda).Measure());
        var delays = new double?[parameters.Count];
        Parallel.For(
            0,
            parameters.Count,
            execution.Parallel,
            i =>
                delays[i] = GrokkingTheory
                    .Times(new OneLayerTheory(measures[parameters[i].SampleRatio], parameters[i]), criterion)
                    .Difference
        );
        return delays;
    }
}
