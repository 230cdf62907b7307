using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Supplementary figure S2: weight decay with fewer samples than dimensions.</summary>
public sealed class FigureS2 : Figure<FewSamplesResult>
{
    /// <inheritdoc/>
    public override string Number => "S2";

    /// <inheritdoc/>
    protected override string Caption(FewSamplesResult result)
    {
        LearningComparison[] curves = Curves(result);
        string lambda = CaptionText.Number(result.Settings[0].SampleRatio);
        string epsilon = LearningLegend.Epsilon(curves);
        string explanation = LearningLegend.Explanation(curves, "exact theory, eq. 15");
        return $"""
            *Weight decay with fewer samples than dimensions*, $lambda = {lambda}$,
            $epsilon = {epsilon}$, beyond the paper's figures. (a) Losses and (b) accuracies during
            training. {explanation}
            Without weight decay $L_"gen"$ stays at $1 - 1\/lambda$ and never meets the threshold; with any, the student's
            half of the start decays within some $1\/(eta gamma)$ epochs and generalisation comes that much later than
            training. $L_"gen"$ is nearly flat where it meets the level: replicas get there at very different times, and the
            one that is shown as a line may do so far from their mean. The ordinate of (b) begins at {CaptionText.Number(
                LowestAccuracy
            )}: at this $epsilon$ most samples are
            right from the start.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(FewSamplesResult result) =>
        LearningFigure.Of(
            "Figure S2: weight decay with few samples",
            "Two panels. Losses and accuracies against epochs for a sample ratio above 1 and three weight decays, "
                + "measured and predicted.",
            Curves(result),
            result.Settings.Select(setting => $"*γ* = {NumberText.Format(setting.WeightDecay)}"),
            [FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet],
            losses: (1e-3, 3),
            lowestAccuracy: LowestAccuracy
        );

    private const double LowestAccuracy = 0.6;

    private static LearningComparison[] Curves(FewSamplesResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];
}
