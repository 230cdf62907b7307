using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Does S → αS multiply both losses by (1 + α²)/2?</summary>
internal static class C08InitialScale
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        InitialScaleResult result = findings.Of<InitialScaleResult>();
        yield return findings
            .Claim<InitialScaleResult>(
                "C8",
                "§3.1.3",
                "A student that starts at αS has both losses multiplied by (1 + α²)/2.",
                "mean over replicas of L(α)/L(1) in units of (1 + α²)/2, at the worst epoch of either loss at α = "
                    + string.Join(", ", result.Scales.Select(one => one.Scale))
            )
            .Test(
                predicted: 1,
                Measurement.Worst(result.Scales.SelectMany(InUnits), predicted: 1),
                new Tolerance(
                    0.1,
                    "α, α² or no dependence at all would be off by a fifth or more at one of these α"
                )
            );
    }

    private static IEnumerable<Measurement> InUnits(ScaledStart start) =>
        start
            .TrainingRatio.Concat(start.GeneralizationRatio)
            .Select(ratio => Measurement.Of(ratio).In((1 + (start.Scale * start.Scale)) / 2));
}
