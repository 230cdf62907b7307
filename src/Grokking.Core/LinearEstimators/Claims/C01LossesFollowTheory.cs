using Grokking.Claims;
using Grokking.LinearEstimators.Studies;
using MathNet.Numerics;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do measured losses follow eq. 8?</summary>
internal static class C01LossesFollowTheory
{
    /// <summary>What <see cref="Worst"/> is, for a formula that it checks.</summary>
    public const string InSpreadsOfOneDraw =
        "log(L measured / L theory) in predicted standard deviations of one draw, at the worst epoch of either loss while "
        + "L ≥ L*, mean over replicas with its interval";

    /// <summary>What one draw can show.</summary>
    public static readonly Tolerance TwoSpreads = new(
        2,
        "two predicted standard deviations of one draw are what a figure of one draw, such as the paper's, can tell "
            + "from theory at an epoch; a mean over replicas that strays farther would be seen in it"
    );

    public static IEnumerable<Claim> Judge(Findings findings) =>
        findings
            .Of<SampleRatioResult>()
            .Settings.Select((setting, i) => Judge(findings, setting, "abc"[i]))
            .Append(JudgeReplicas(findings));

    private static Claim Judge(Findings findings, CurveComparison setting, char part) =>
        findings
            .Claim<SampleRatioResult>(
                $"C1{part}",
                "§3.1.1, eq. 8, Fig. 1",
                $"At λ = {setting.SampleRatio} both losses follow the gradient flow over the Marchenko–Pastur law.",
                "mean over replicas of log(L measured / L theory) in units of the spread that theory predicts for one "
                    + "draw, at the worst epoch of either loss while L ≥ L*"
            )
            .Test(predicted: 0, Worst(setting), TwoSpreads);

    /// <summary>Each replica by itself: the mean of replicas could follow theory while none of them does.</summary>
    private static Claim JudgeReplicas(Findings findings)
    {
        IReadOnlyList<CurveComparison> settings = findings.Of<SampleRatioResult>().Settings;
        LossDeviation[] losses =
        [
            .. settings.SelectMany(one => new[] { one.TrainingDeviation, one.GeneralizationDeviation }),
        ];
        double[] shares =
        [
            .. losses[0]
                .SharesInside.Select((_, replica) => losses.Average(one => one.SharesInside[replica])),
        ];
        int draws = shares.Length * settings.Count;
        double normal = SpecialFunctions.Erf(LossDeviation.Band / Math.Sqrt(2));
        return findings
            .Claim<SampleRatioResult>(
                "C1d",
                "§3.1.1, eq. 8, Fig. 1",
                "Every network's losses follow it, within what finite size makes one draw differ from another.",
                $"share of epochs while L ≥ L* at which a replica lies within {LossDeviation.Band} predicted standard deviations of "
                    + "one draw, both losses and all λ together, mean over replicas; predicted for a normal law of log L"
            )
            .Test(
                predicted: normal,
                Measurement.Of(shares),
                new Tolerance(
                    3 * Math.Sqrt(normal * (1 - normal) / draws),
                    $"three standard deviations of a binomial share of {draws} draws, the replicas at each λ: neighbouring "
                        + "epochs, and the two losses of a draw, are not independent"
                )
            );
    }

    /// <summary>The worst deviation of either loss of a setting, in predicted spreads of one draw.</summary>
    public static Measurement Worst(CurveComparison setting) =>
        Measurement.Worst(
            [.. InSpreads(setting.TrainingDeviation), .. InSpreads(setting.GeneralizationDeviation)],
            predicted: 0
        );

    private static IEnumerable<Measurement> InSpreads(LossDeviation deviation) =>
        deviation.LogRatio.Zip(deviation.Spread, (ratio, spread) => Measurement.Of(ratio).In(spread));
}
