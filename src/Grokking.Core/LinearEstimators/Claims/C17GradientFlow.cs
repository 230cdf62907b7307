using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>May gradient flow stand in for gradient descent?</summary>
internal static class C17GradientFlow
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        IReadOnlyList<DescentForms> rows = findings.Of<ApproximationResult>().Descents;
        double spread = findings
            .Of<SampleRatioResult>()
            .Settings.Min(setting => setting.GeneralizationDeviation.Spread.Min());
        string ratios = $"λ = {string.Join(", ", rows.Select(row => row.SampleRatio))}";
        yield return findings
            .Claim<ApproximationResult>(
                "C17a",
                "§3.1, eq. 8",
                "At η = 0.01 the losses of gradient flow are those of gradient descent.",
                $"largest |log(L flow / L descent)| until the accuracy reaches its level, {ratios}"
            )
            .Test(
                predicted: 0,
                Measurement.Exact(rows.Max(row => row.LargestLossDeviation)),
                new Tolerance(
                    spread,
                    "the predicted spread of log L_gen from draw to draw, where it is smallest"
                )
            );
        yield return findings
            .Claim<ApproximationResult>(
                "C17b",
                "§3.1, eq. 8",
                "So are its grokking times.",
                $"Δt by flow over Δt by descent where they differ most, {ratios}"
            )
            .Test(
                predicted: 1,
                Measurement.Worst(
                    rows.Select(row => Measurement.Exact(row.FlowDifference / row.DescentDifference)),
                    predicted: 1
                ),
                new Tolerance(
                    0.01,
                    "a hundredth, the step η ν_max / 2 that separates the two, is below any measured spread"
                )
            );
    }
}
