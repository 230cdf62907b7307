using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Does the grokking time diverge at λ = 1 and vanish at λ = 0?</summary>
internal static class C07Divergence
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        CriticalRatioResult result = findings.Of<CriticalRatioResult>();
        CriticalDelay nearest = result.Near.Where(one => one.Epsilon == 1e-3).MinBy(one => one.Distance)!;
        // η cancels in the ratio of the text's formula to eq. 12; the two meet as λ → 1.
        double d = nearest.Distance;
        double gap = d / (1 + Math.Sqrt(1 - d));
        double text =
            nearest.Eq12!.Value * (2 * gap * gap * Math.Log(4 / (d * d)) / (d * d * -Math.Log(gap)));
        yield return findings
            .Claim<CriticalRatioResult>(
                "C7a",
                "§3.1.3",
                "As λ → 1 the grokking time diverges like log(4/(1−λ)²)/(η(1−λ)²).",
                $"exact Δt in units of log(4/(1−λ)²)/(η(1−λ)²) at 1 − λ = {nearest.Distance}, ε = {nearest.Epsilon}"
            )
            .Compute(
                predicted: 1,
                nearest.Exact / text,
                new Tolerance(0.5, "half the value passes for the same divergence")
            );
        yield return findings
            .Claim<CriticalRatioResult>(
                "C7b",
                "§3.1.3",
                "As λ → 0 the grokking time vanishes.",
                $"exact Δt in epochs at λ = {result.Small.Abscissae[^1]}, ε = {result.Small.Value}"
            )
            .Compute(
                predicted: 0,
                result.Small.Delays[^1]!.Value,
                new Tolerance(1, "time passes in whole epochs: less than one cannot be seen")
            );
    }
}
