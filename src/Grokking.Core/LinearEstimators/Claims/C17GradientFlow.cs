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
        double timeSpread = findings
            .Of<SampleRatioResult>()
            .Times.Where(row => row.Difference is { PredictedSpread: not null, Theory: not null })
            .Min(row => row.Difference.PredictedSpread!.Value / row.Difference.Theory!.Value);
        string ratios = $"λ = {string.Join(", ", rows.Select(row => row.SampleRatio))}";
        yield return findings
            .Claim<ApproximationResult, SampleRatioResult>(
                "C17a",
                "§3.1, eq. 8",
                "At η = 0.01 the losses of gradient flow are those of gradient descent.",
                $"largest |log(L flow / L descent)| until the accuracy reaches its level, {ratios}"
            )
            .Compute(
                predicted: 0,
                rows.Max(row => row.LargestLossDeviation),
                new Tolerance(
                    spread,
                    "the predicted spread of log L_gen from draw to draw, where it is smallest"
                )
            );
        yield return findings
            .Claim<ApproximationResult, SampleRatioResult>(
                "C17b",
                "§3.1, eq. 8",
                "So are its grokking times.",
                $"Δt by flow over Δt by descent where they differ most, {ratios}"
            )
            .Compute(
                predicted: 1,
                rows.Select(row => row.FlowDifference / row.DescentDifference)
                    .MaxBy(ratio => Math.Abs(ratio - 1)),
                new Tolerance(
                    timeSpread,
                    "the predicted standard deviation of one draw's Δt, as a fraction of it, where it is smallest among "
                        + "the λ of Fig. 1: what separates flow from descent must not be seen among draws"
                )
            );
    }
}
