using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Does label noise merely add a constant?</summary>
internal static class C09LabelNoise
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        LabelNoiseResult result = findings.Of<LabelNoiseResult>();
        yield return findings
            .Claim<LabelNoiseResult>(
                "C9",
                "§3.1.3",
                "Label noise leaves the student's dynamics as they are and only adds a constant to L_gen.",
                $"what noise adds to L_gen against the teacher at λ = {result.SampleRatio} between the first epoch, when "
                    + "it is nothing, and the last, in units of σ²; the worse of σ = "
                    + string.Join(", ", result.Excesses.Select(one => one.Noise))
            )
            .Test(
                predicted: 0,
                Measurement.Worst(result.Excesses.Select(one => Measurement.Of(one.Measured)), predicted: 0),
                new Tolerance(
                    1,
                    "σ² itself is what noisy labels of the test set would add, at every epoch alike"
                )
            );
    }
}
