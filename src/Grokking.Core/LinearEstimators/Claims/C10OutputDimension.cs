using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Is Δt longest at some d_out, and at which?</summary>
internal static class C10OutputDimension
{
    private const double Papers = 50;

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        OutputDimensionResult result = findings.Of<OutputDimensionResult>();
        double largest = result.Delays[0].Abscissae[^1];
        yield return findings
            .Claim<OutputDimensionResult>(
                "C10a",
                "§3.2, Fig. 2",
                "The grokking time first grows and then falls with d_out.",
                $"share of the sample ratios {string.Join(", ", result.Longest.Select(one => one.SampleRatio))} at which "
                    + $"the longest exact Δt of d_out = 1 … {largest} lies inside that range"
            )
            .Test(
                predicted: 1,
                Measurement.Exact(
                    result.Longest.Count(one => one.OutputDimension > 1 && one.OutputDimension < largest)
                        / (double)result.Longest.Count
                ),
                new Tolerance(0, "the statement makes no exception")
            );

        double shown = result.Settings[0].SampleRatio;
        LongestDelay here = result.Longest.Single(one => one.SampleRatio == shown);
        LongestDelay closest = result.Longest.MinBy(one => Math.Abs(one.OutputDimension - Papers))!;
        yield return findings
            .Claim<OutputDimensionResult>(
                "C10b",
                "§3.2, Fig. 2",
                "It is longest at d_out ≃ 50.",
                $"d_out of the longest exact Δt at the figure's λ = {shown} (closest to 50 among the sample ratios above: "
                    + $"{closest.OutputDimension} at λ = {closest.SampleRatio})"
            )
            .Test(
                Papers,
                Measurement.Exact(here.OutputDimension),
                new Tolerance(
                    Papers / 4,
                    "≃ is read as to a quarter: a maximum is flat, and figures are read by eye"
                )
            );
    }
}
