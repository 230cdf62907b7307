using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do measured losses follow eq. 8?</summary>
internal static class C01LossesFollowTheory
{
    // A single curve, as the paper shows, lies within two standard deviations of theory in 95 % of draws.
    private static readonly Tolerance TwoSpreads = new(
        2,
        "one curve, as the paper draws it, lies within two predicted standard deviations of theory in 95 % of draws; "
            + "the mean over replicas must not leave that band at any epoch"
    );

    public static IEnumerable<Claim> Judge(Findings findings) =>
        findings.Of<SampleRatioResult>().Settings.Select((setting, i) => Judge(findings, setting, "abc"[i]));

    private static Claim Judge(Findings findings, CurveComparison setting, char part) =>
        findings
            .Claim<SampleRatioResult>(
                $"C1{part}",
                "§3.1.1, eq. 8, Fig. 1",
                $"At λ = {setting.SampleRatio} both losses follow the gradient flow over the Marchenko–Pastur law.",
                "mean over replicas of log(L measured / L theory) in units of the spread that theory predicts for one "
                    + "draw, at the worst epoch of either loss while L ≥ L*"
            )
            .Test(
                predicted: 0,
                Measurement.Worst(
                    [.. InSpreads(setting.TrainingDeviation), .. InSpreads(setting.GeneralizationDeviation)],
                    predicted: 0
                ),
                TwoSpreads
            );

    private static IEnumerable<Measurement> InSpreads(LossDeviation deviation) =>
        deviation.LogRatio.Zip(deviation.Spread, (ratio, spread) => Measurement.Of(ratio).In(spread));
}
