using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>What does weight decay do to the grokking time?</summary>
internal static class C13WeightDecayAndTimes
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        CurveComparison[] settings =
        [
            .. findings.Of<WeightDecayResult>().Settings.OrderBy(setting => setting.WeightDecay),
        ];
        (CurveComparison weak, CurveComparison felt) = (settings[0], settings[1]);
        GrokkingTimeComparison without = findings
            .Of<SampleRatioResult>()
            .Times.Single(row => row.SampleRatio == weak.SampleRatio);
        DecayForms printed = findings
            .Of<ApproximationResult>()
            .Limits.Single(row => row.SampleRatio == felt.SampleRatio && row.WeightDecay == felt.WeightDecay);
        double shortened = printed.Eq16Difference / printed.DifferenceWithout;
        yield return Test(
            "C13a",
            "Weight decay whose limit of L_gen lies far below the level's loss has no effect on the grokking time.",
            weak,
            predicted: 1,
            new Tolerance(
                0.05,
                "the same draws with and without decay: a twentieth is far below their spread"
            )
        );
        yield return Test(
            "C13b",
            "Weight decay that makes itself felt shortens the grokking time, to log(1+√λ)/(2η(1−√λ)²).",
            felt,
            predicted: shortened,
            new Tolerance(1 - shortened, "any shortening, however small, would do")
        );

        Claim Test(
            string id,
            string statement,
            CurveComparison setting,
            double predicted,
            Tolerance tolerance
        )
        {
            Claim claim = findings.Claim<WeightDecayResult>(
                id,
                "§3.3, eq. 16",
                statement,
                $"measured Δt at γ = {setting.WeightDecay} over that of the same replica at γ = 0, λ = {setting.SampleRatio}"
            );
            double?[] ratios =
            [
                .. setting.Times.Difference.Values.Zip(
                    without.Difference.Values,
                    (with, none) => with / none
                ),
            ];
            return ratios.All(ratio => ratio is not null)
                ? claim.Test(predicted, Measurement.Of(ratios.Select(ratio => ratio!.Value)), tolerance)
                : claim;
        }
    }
}
