using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Does label noise merely add a constant?</summary>
internal static class C09LabelNoise
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        LabelNoiseResult result = findings.Of<LabelNoiseResult>();
        // The excess is proportional to σ²: one σ says what all of them do.
        NoiseExcess strongest = result.Excesses.MaxBy(one => one.Noise)!;
        yield return findings
            .Claim<LabelNoiseResult>(
                "C9",
                "§3.1.3",
                "Label noise leaves the student's dynamics as they are and only adds a constant to L_gen.",
                $"what noise adds to L_gen against the teacher at λ = {result.SampleRatio} between the first epoch, when "
                    + $"it is nothing, and the last, in units of σ², σ = {strongest.Noise}"
            )
            .Test(
                predicted: 0,
                Measurement.Of(strongest.Measured),
                new Tolerance(
                    1,
                    "σ² itself is what noisy labels of the test set would add, at every epoch alike"
                )
            );
    }
}
