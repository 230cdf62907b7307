using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>What does weight decay do for λ > 1?</summary>
internal static class C14FewSamples
{
    private static readonly Tolerance AnyDecrease = new(0.5, "any ratio from 0 to 1 is a decrease");

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        FewSamplesResult result = findings.Of<FewSamplesResult>();
        (CurveComparison weak, CurveComparison strong) = (result.Settings[1], result.Settings[2]);
        yield return findings
            .Claim<FewSamplesResult>(
                "C14a",
                "§3.3",
                "For λ > 1 weight decay improves the generalisation loss.",
                $"final L_gen at γ = {weak.WeightDecay} over that of the same replica at γ = 0, λ = {weak.SampleRatio} "
                    + "(theory: ½ as γ → 0, because the student's half of the start decays)"
            )
            .Test(predicted: 0.5, Measurement.Of(result.FinalLossRatios[0]), AnyDecrease);

        Claim suppressed = findings.Claim<FewSamplesResult>(
            "C14b",
            "§3.3",
            "For λ > 1 weight decay suppresses grokking: more of it shortens the grokking time.",
            $"measured Δt at γ = {strong.WeightDecay} over that of the same replica at γ = {weak.WeightDecay}, "
                + $"λ = {weak.SampleRatio}, ε = {weak.Times.Epsilon}; without decay generalisation never comes, and with a "
                + "little of it about 1/(ηγ) epochs late"
        );
        double?[] ratios =
        [
            .. strong.Times.Difference.Values.Zip(weak.Times.Difference.Values, (more, less) => more / less),
        ];
        yield return ratios.All(ratio => ratio is not null)
            ? suppressed.Test(
                predicted: 0.5,
                Measurement.Of(ratios.Select(ratio => ratio!.Value)),
                AnyDecrease
            )
            : suppressed;
    }
}
