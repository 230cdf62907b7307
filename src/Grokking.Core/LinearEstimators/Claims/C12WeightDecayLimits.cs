using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Are the limits of eq. 16 right, and up to which γ?</summary>
internal static class C12WeightDecayLimits
{
    private static readonly Tolerance Quarter = new(
        0.25,
        "half the distance to a lost factor of 2; replicas do not resolve the tenth that theory alone is held to"
    );

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        WeightDecayResult result = findings.Of<WeightDecayResult>();
        CurveComparison weak = result.Settings.MinBy(setting => setting.WeightDecay)!;
        CurveComparison strong = result.Settings.MaxBy(setting => setting.WeightDecay)!;
        yield return Judge(
            "C12a",
            "Weight decay leaves L_tr ≃ γ²/(4(1−λ)).",
            $"final L_tr in units of eq. 16 at γ = {weak.WeightDecay}",
            Measurement.Of(weak.Curves.FinalTrainingLoss).In(Printed(findings, weak).Eq16Training)
        );
        yield return Judge(
            "C12b",
            "Weight decay leaves L_gen ≃ γ²/(4(1−λ)³).",
            $"final L_gen in units of eq. 16 at γ = {weak.WeightDecay}",
            Measurement.Of(weak.Curves.FinalGeneralizationLoss).In(Printed(findings, weak).Eq16Generalization)
        );
        double growth =
            Printed(findings, strong).Eq16Generalization / Printed(findings, weak).Eq16Generalization;
        yield return Judge(
            "C12c",
            "The limit of L_gen grows like γ² as long as γ ≪ 1.",
            $"final L_gen at γ = {strong.WeightDecay} over that at γ = {weak.WeightDecay}, in units of the ratio of γ²",
            Measurement
                .Of(strong.Curves.FinalGeneralizationLoss)
                .Over(Measurement.Of(weak.Curves.FinalGeneralizationLoss))
                .In(growth)
        );

        Claim Judge(string id, string statement, string quantity, Measurement measured) =>
            findings
                .Claim<WeightDecayResult>(
                    id,
                    "§3.3, eq. 16",
                    statement,
                    $"{quantity}, λ = {weak.SampleRatio} (eq. 16 at the λ = d_in/{weak.TrainingSamples} of whole samples)"
                )
                .Test(predicted: 1, measured, Quarter);
    }

    private static DecayForms Printed(Findings findings, CurveComparison setting) =>
        findings.Of<WeightDecayResult>().Limits.Single(row => row.WeightDecay == setting.WeightDecay);
}
