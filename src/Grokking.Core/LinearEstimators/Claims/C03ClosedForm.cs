using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Is eq. 9 the expectation that it stands for?</summary>
internal static class C03ClosedForm
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        LossForms[] rows = [.. findings.Of<ApproximationResult>().Losses.Where(row => row.Eq9 is not null)];
        yield return findings
            .Claim<ApproximationResult>(
                "C3",
                "eq. 9",
                "The training loss has the closed form e^{−4η(1+λ)t} ₀F̃₁(2; 16η²t²λ).",
                $"largest relative difference from the expectation of eq. 8 by quadrature, at {rows.Length} points "
                    + $"with λ from {rows.Min(row => row.SampleRatio)} to {rows.Max(row => row.SampleRatio)}"
            )
            .Compute(
                predicted: 0,
                rows.Max(row => Math.Abs((row.Eq9!.Value / row.Training) - 1)),
                new Tolerance(1e-9, "the relative accuracy that the quadrature promises")
            );
    }
}
