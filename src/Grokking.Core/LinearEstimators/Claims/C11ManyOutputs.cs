using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do accuracies tend to 1 as d_out grows?</summary>
internal static class C11ManyOutputs
{
    private static readonly Tolerance FewSamples = new(
        0.01,
        "one sample in a hundred; the interval is that of the counts, which has a width even where all agree"
    );

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        IReadOnlyList<FirstAccuracy> all = findings.Of<ManyOutputsResult>().Accuracies;
        FirstAccuracy above = all.Where(one => one.Epsilon > one.Loss).MaxBy(one => one.OutputDimension)!;
        FirstAccuracy same = all.First(one => one.Epsilon == above.Epsilon && one.Epsilon < one.Loss);
        FirstAccuracy below = all.Where(one => one.Epsilon < one.Loss).MaxBy(one => one.OutputDimension)!;
        yield return findings
            .Claim<ManyOutputsResult>(
                "C11a",
                "§3.2, eq. 13",
                "For students as the paper starts them, whose ‖D‖² does not grow with d_out, accuracies tend to 1.",
                $"accuracy on fresh samples after one epoch at ε = {above.Epsilon}, d_out = {above.OutputDimension} "
                    + $"({same.Measured.Mean:G3} at d_out = {same.OutputDimension})"
            )
            .Test(predicted: 1, Measurement.OfFraction(above.Measured, above.Samples), FewSamples);
        yield return findings
            .Claim<ManyOutputsResult>(
                "C11b",
                "§3.2, eq. 13",
                "At a given loss L of eq. 1 accuracies tend to 1 as d_out grows, for any L and ε.",
                $"accuracy on fresh samples after one epoch at ε ≈ L/2, d_out = {below.OutputDimension}"
            )
            .Test(predicted: 1, Measurement.OfFraction(below.Measured, below.Samples), FewSamples);
    }
}
