using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>What does weight decay do to the grokking time?</summary>
internal static class C13WeightDecayAndTimes
{
    private const string Source = "§3.3, eq. 16";

    // A ratio of one per cent is not seen in any figure: weight decay that does less has not made itself felt.
    private const double Felt = 0.01;

    /// <summary>C13a: weight decay too weak to be felt.</summary>
    public static IEnumerable<Claim> JudgeWeak(Findings findings)
    {
        CurveComparison weak = findings
            .Of<WeightDecayResult>()
            .Settings.MinBy(setting => setting.WeightDecay)!;
        GrokkingTimeComparison without = findings
            .Of<SampleRatioResult>()
            .Times.Single(row => row.SampleRatio == weak.SampleRatio);
        Claim claim = findings.Claim<WeightDecayResult, SampleRatioResult>(
            "C13a",
            Source,
            "Weight decay whose limit of L_gen lies far below the level's loss has no effect on the grokking time.",
            $"measured Δt at γ = {weak.WeightDecay} over that of the same replica at γ = 0, λ = {weak.SampleRatio}"
        );
        double?[] ratios =
        [
            .. weak.Times.Difference.Values.Zip(without.Difference.Values, (with, none) => with / none),
        ];
        yield return ratios.All(ratio => ratio is not null)
            ? claim.Test(
                predicted: 1,
                Measurement.Of(ratios.Select(ratio => ratio!.Value)),
                new Tolerance(
                    Felt,
                    "a hundredth, which no figure shows; the same draws with and without decay"
                )
            )
            : claim;
    }

    /// <summary>C13b and d: in which direction, over a scan by theory and where theory says that it shortens.</summary>
    public static IEnumerable<Claim> JudgeDirection(Findings findings)
    {
        DecayTimesResult times = findings.Of<DecayTimesResult>();
        DecayDelay[] felt = [.. times.Scan.Where(one => Math.Abs((one.Ratio - 1) ?? 0) > Felt)];
        DecayDelay[] shorter = [.. felt.Where(one => one.Ratio < 1)];
        yield return findings
            .Claim<DecayTimesResult>(
                "C13b",
                Source,
                "Weight decay that makes itself felt shortens the grokking time.",
                $"share of the points (λ, ε, d_out, γ) of a scan by theory, λ = {Range(times, one => one.SampleRatio)}, ε = "
                    + $"{Range(times, one => one.Epsilon)}, d_out = {Range(times, one => one.OutputDimension)}, γ = "
                    + $"{Range(times, one => one.WeightDecay)}, with a Δt that γ changes by more than a hundredth "
                    + $"({felt.Length} of {times.Scan.Count}), at which it becomes shorter"
            )
            .Compute(
                predicted: 1,
                shorter.Length / (double)felt.Length,
                new Tolerance(0.05, "one point in twenty, for the borders of the scan")
            );

        DecayRatio most = times.Measured.Where(one => one.With.SampleRatio < 1).MinBy(one => one.Theory)!;
        double theory = most.Theory!.Value;
        yield return Measured(
            findings.Claim<DecayTimesResult>(
                "C13d",
                Source,
                "Where the level's loss is near that at the start and γ is large, weight decay does shorten the grokking "
                    + "time, as eqs 13 and 15 say.",
                At(most)
            ),
            most,
            predicted: theory,
            new Tolerance((1 - theory) / 2, "half the distance from theory to no change at all")
        );
    }

    /// <summary>C13c: the time that eq. 16 prints.</summary>
    public static IEnumerable<Claim> JudgePrinted(Findings findings)
    {
        DecayRatio shown = findings.Of<DecayTimesResult>().Measured[0];
        DecayForms printed = findings
            .Of<WeightDecayResult>()
            .Limits.Single(row => row.WeightDecay == shown.With.WeightDecay);
        double eq16 = printed.Eq16Difference / printed.DifferenceWithout;
        yield return Measured(
            findings.Claim<DecayTimesResult, WeightDecayResult>(
                "C13c",
                Source,
                "At the paper's parameters it shortens it to log(1+√λ)/(2η(1−√λ)²).",
                At(shown)
            ),
            shown,
            predicted: eq16,
            new Tolerance((1 - eq16) / 2, "half the distance from eq. 16 to no change at all")
        );
    }

    private static Claim Measured(Claim claim, DecayRatio one, double predicted, Tolerance tolerance) =>
        one.Ratio is { } ratio ? claim.Test(predicted, Measurement.Of(ratio), tolerance) : claim;

    private static string At(DecayRatio one) =>
        $"measured Δt at γ = {one.With.WeightDecay} over that of the same replica at γ = 0, λ = {one.With.SampleRatio}, "
        + $"d_out = {one.With.OutputDimension}, ε = {one.With.Epsilon}";

    private static string Range(DecayTimesResult result, Func<DecayDelay, double> value) =>
        $"{result.Scan.Min(value)} … {result.Scan.Max(value)}";
}
