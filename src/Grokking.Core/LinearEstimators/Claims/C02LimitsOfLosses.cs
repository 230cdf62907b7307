using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do the losses tend where §3.1.1 says?</summary>
internal static class C02LimitsOfLosses
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        IReadOnlyList<CurveComparison> settings = findings.Of<SampleRatioResult>().Settings;
        double last = settings[0].Curves.Epochs[^1];
        yield return findings
            .Claim<SampleRatioResult>(
                "C2a",
                "§3.1.1",
                "The training loss vanishes; for λ < 1 so does the generalisation loss.",
                $"the worst such loss after {last} epochs, mean over replicas, in units of ε"
            )
            .Test(
                predicted: 0,
                Measurement.Worst(settings.SelectMany(Vanishing), predicted: 0),
                new Tolerance(1e-6, "a millionth of ε: nothing that an accuracy could notice")
            );

        CurveComparison few = settings.Single(setting => setting.SampleRatio > 1);
        yield return findings
            .Claim<SampleRatioResult>(
                "C2b",
                "§3.1.1",
                "For λ > 1 the generalisation loss tends to 1 − 1/λ.",
                $"L_gen after {last} epochs at λ = {few.SampleRatio}, in units of 1 − 1/λ"
            )
            .Test(
                predicted: 1,
                Measurement.Of(few.Curves.FinalGeneralizationLoss).In(1 - (1 / few.SampleRatio)),
                new Tolerance(
                    0.15,
                    "a lost factor of 2, or 1/λ or λ − 1 instead, would be off by half or more: less than a third of that"
                )
            );
    }

    private static IEnumerable<Measurement> Vanishing(CurveComparison setting)
    {
        yield return Measurement.Of(setting.Curves.FinalTrainingLoss).In(setting.Times.Epsilon);
        if (setting.SampleRatio < 1)
            yield return Measurement.Of(setting.Curves.FinalGeneralizationLoss).In(setting.Times.Epsilon);
    }
}
