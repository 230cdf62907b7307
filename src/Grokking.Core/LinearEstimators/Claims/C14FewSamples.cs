using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>What does weight decay do for λ > 1?</summary>
internal static class C14FewSamples
{
    private const string Source = "§3.3";

    /// <summary>C14a.</summary>
    public static IEnumerable<Claim> JudgeLoss(Findings findings)
    {
        FewSamplesResult result = findings.Of<FewSamplesResult>();
        (CurveComparison none, CurveComparison weak) = (result.Settings[0], result.Settings[1]);
        double predicted =
            weak.Curves.GeneralizationLoss.Theory[^1] / none.Curves.GeneralizationLoss.Theory[^1];
        yield return findings
            .Claim<FewSamplesResult>(
                "C14a",
                Source,
                "For λ > 1 weight decay improves the generalisation loss, by as much as eq. 15 says.",
                $"final L_gen at γ = {weak.WeightDecay} over that of the same replica at γ = 0, λ = {weak.SampleRatio} "
                    + "(½ as γ → 0, because the student's half of the start decays)"
            )
            .Test(predicted, Measurement.Of(result.FinalLossRatios[0]), HalfwayTo(1, predicted));
    }

    /// <summary>C14b.</summary>
    public static IEnumerable<Claim> JudgeTime(Findings findings)
    {
        DecayRatio few = findings.Of<DecayTimesResult>().Measured.Single(one => one.With.SampleRatio > 1);
        Claim suppressed = findings.Claim<DecayTimesResult, FewSamplesResult>(
            "C14b",
            Source,
            "For λ > 1 weight decay suppresses grokking: Δt is shorter than without, by as much as eq. 15 says.",
            $"measured Δt at γ = {few.With.WeightDecay} over that of the same replica at γ = 0, λ = {few.With.SampleRatio}, ε = "
                + $"{few.With.Epsilon} (at smaller ε, as in Fig. S2, nothing generalises at γ = 0)"
        );
        yield return few is { Ratio: { } ratio, Theory: { } theory }
            ? suppressed.Test(theory, Measurement.Of(ratio), HalfwayTo(1, theory))
            : suppressed;
    }

    private static Tolerance HalfwayTo(double noChange, double predicted) =>
        new((noChange - predicted) / 2, "half the distance from theory to no change at all");
}
