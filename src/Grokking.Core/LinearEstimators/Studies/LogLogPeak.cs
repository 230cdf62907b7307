using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Where the longest Δt of measured networks lies, between the d_out that were measured.</summary>
internal static class LogLogPeak
{
    /// <summary>
    /// The vertex of the parabola of least squares through log Δt over log d_out, replica by replica: a replica's inputs
    /// are the same at every d_out, its students and teachers are not.
    /// </summary>
    /// <param name="dimensions">d_out, three at least.</param>
    /// <param name="delays">For each d_out Δt of its replicas; null where it does not exist.</param>
    /// <returns>The d_out over replicas; null unless every replica has every Δt > 0 and bends downwards.</returns>
    public static SampleSummary? Of(
        IReadOnlyList<double> dimensions,
        IReadOnlyList<IReadOnlyList<double?>> delays
    ) =>
        SampleSummary.OfAll([
            .. delays[0].Select((_, replica) => Vertex(dimensions, [.. delays.Select(one => one[replica])])),
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
