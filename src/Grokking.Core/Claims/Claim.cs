using System.Text.Json.Serialization;

namespace Grokking.Claims;

/// <summary>A statement of a paper with the numbers that decide it. The verdict follows from them; it is never set.</summary>
public sealed record Claim
{
    /// <summary>The question it answers, with a letter if the question has several parts, e.g. "C6b".</summary>
    public required string Id { get; init; }

    /// <summary>Where the paper says it.</summary>
    public required string Source { get; init; }

    /// <summary>What it says, in words of our own.</summary>
    public required string Statement { get; init; }

    /// <summary>What was measured to decide it, and how.</summary>
    public required string Quantity { get; init; }

    /// <summary>The quantity's value if the statement is right; null if it was not tested.</summary>
    public double? Predicted { get; init; }

    /// <summary>The quantity's value as found; null if it was not tested.</summary>
    public double? Measured { get; init; }

    /// <summary>Half the width of the confidence interval of <see cref="Measured"/>; null if it is unknown.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>What <see cref="Measured"/> was found with; null if it was not tested.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>How far from <see cref="Predicted"/> still counts as right; null if it was not tested.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Why the tolerance is what it is, or why nothing was tested.</summary>
    public required string Reason { get; init; }

    /// <summary>What the numbers say.</summary>
    [JsonInclude]
    public Verdict Verdict => Equivalence.Test(Predicted, Measured, Uncertainty, Tolerance);

    /// <summary>The command that measures it again and judges it.</summary>
    public required string Command { get; init; }

    /// <summary>The studies whose results it rests on, by id.</summary>
    public required IReadOnlyList<string> Studies { get; init; }

    /// <summary>The claims and errata that speak of the same thing, by id.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The same claim, put to the test by simulated networks.</summary>
    /// <param name="predicted">What the statement says the quantity is.</param>
    /// <param name="measurement">What it was found to be.</param>
    /// <param name="tolerance">How far off still counts as right.</param>
    /// <exception cref="ArgumentException">A number is not finite: it could not decide anything.</exception>
    public Claim Test(double predicted, Measurement measurement, Tolerance tolerance) =>
        Put(Claims.Evidence.Simulation, predicted, measurement, tolerance);

    /// <summary>The same claim, put to the test by theory alone.</summary>
    /// <param name="predicted">What the statement says the quantity is.</param>
    /// <param name="value">What theory says it is.</param>
    /// <param name="tolerance">How far off still counts as right.</param>
    /// <exception cref="ArgumentException">A number is not finite: it could not decide anything.</exception>
    public Claim Compute(double predicted, double value, Tolerance tolerance) =>
        Put(Claims.Evidence.Theory, predicted, Measurement.Exact(value), tolerance);

    private Claim Put(Evidence evidence, double predicted, Measurement measurement, Tolerance tolerance) =>
        double.IsFinite(predicted)
        && double.IsFinite(measurement.Value)
        && double.IsFinite(measurement.Uncertainty ?? 0)
            ? this with
            {
                Predicted = predicted,
                Measured = measurement.Value,
                Uncertainty = measurement.Uncertainty,
                Evidence = evidence,
                Tolerance = tolerance.Width,
                Reason = tolerance.Reason,
            }
            : throw new ArgumentException(
                $"{Id}: {measurement.Value} ± {measurement.Uncertainty} against {predicted} decides nothing",
                nameof(measurement)
            );
}
