using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Is Δt longest at some d_out, and at which?</summary>
internal static class C10OutputDimension
{
    private const double Papers = 50;

    /// <summary>C10a: is there a longest Δt?</summary>
    public static IEnumerable<Claim> JudgeShape(Findings findings)
    {
        OutputDimensionResult result = findings.Of<OutputDimensionResult>();
        double largest = result.Delays[0].Abscissae[^1];
        yield return findings
            .Claim<OutputDimensionResult>(
                "C10a",
                "§3.2, Fig. 2",
                "The grokking time first grows and then falls with d_out.",
                $"share of the sample ratios {string.Join(", ", result.Longest.Select(one => one.SampleRatio))} at which "
                    + $"the longest Δt by eq. 13 of d_out = 1 … {largest} lies inside that range"
            )
            .Compute(
                predicted: 1,
                result.Longest.Count(one => one.OutputDimension > 1 && one.OutputDimension < largest)
                    / (double)result.Longest.Count,
                new Tolerance(
                    0.5 / result.Longest.Count,
                    "the statement makes no exception: half a sample ratio, so that none may be missing"
                )
            );
    }

    /// <summary>C10b and c: at which d_out, by theory and measured?</summary>
    public static IEnumerable<Claim> JudgePlace(Findings findings)
    {
        LongestDelayResult peak = findings.Of<LongestDelayResult>();
        double shown = peak.SampleRatio;
        var near = new Tolerance(
            Papers / 4,
            "≃ is read as to a quarter: a maximum is flat, and figures are read by eye"
        );
        double closest = peak.SampleRatios.Zip(peak.Peaks).MinBy(one => Math.Abs(one.Second - Papers)).First;
        yield return findings
            .Claim<LongestDelayResult>(
                "C10b",
                "§3.2, Fig. 2",
                "It is longest at d_out ≃ 50.",
                $"d_out of the longest Δt by eq. 13 at the figure's λ = {shown}; with unequal outputs (E13) it is "
                    + $"{peak.ByUnequalOutputs}, and {Papers} is reached at λ ≈ {closest}"
            )
            .Compute(Papers, peak.ByEq13, near);
        Claim measured = findings.Claim<LongestDelayResult>(
            "C10c",
            "§3.2, Fig. 2",
            "Measured networks, too, grok longest at d_out ≃ 50.",
            $"d_out of the longest measured Δt at λ = {shown}: the vertex of a parabola through log Δt at d_out = "
                + string.Join(", ", peak.Around.Select(one => one.Times.OutputDimension))
                + ", replica by replica"
        );
        yield return peak.Measured is { } vertices
            ? measured.Test(Papers, Measurement.Of(vertices), near)
            : measured;
    }
}
