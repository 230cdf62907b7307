using Grokking.Curves;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Where the longest Δt of measured networks lies, between the d_out that were measured.</summary>
internal static class LogLogPeak
{
    /// <summary>
    /// The vertex of the parabola of least squares through log Δt over log d_out, replica by replica: a replica's inputs
    /// are the same at every d_out, its students and teachers are not.
    /// </summary>
    /// <param name="dimensions">d_out, three at least.</param>
    /// <param name="results">For each d_out its replicas.</param>
    /// <returns>The d_out over replicas; null unless every replica has every Δt > 0 and bends downwards.</returns>
    public static SampleSummary? Of(
        IReadOnlyList<double> dimensions,
        IReadOnlyList<IReadOnlyList<OneLayerResult>> results
    ) =>
        SampleSummary.OfAll([
            .. results[0]
                .Select(
                    (_, replica) =>
                        Vertex(dimensions, [.. results.Select(one => one[replica].GrokkingTime.Difference)])
                ),
        ]);

    private static double? Vertex(IReadOnlyList<double> dimensions, double?[] delays)
    {
        if (!delays.All(delay => delay > 0))
            return null;
        double[] coefficients = MathNet.Numerics.Fit.Polynomial(
            [.. dimensions.Select(dimension => Math.Log(dimension))],
            [.. delays.Select(delay => Math.Log(delay!.Value))],
            order: 2
        );
        return coefficients[2] < 0 ? Math.Exp(-coefficients[1] / (2 * coefficients[2])) : null;
    }
}
