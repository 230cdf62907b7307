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
    protected override string Caption(FewSamplesResult result) =>
        $"""
            *Weight decay with fewer samples than dimensions*, $lambda = {result.Settings[0].SampleRatio}$,
            $epsilon = {result.Settings[
                0
            ].Times.Epsilon}$, beyond the paper's figures. (a) Losses and (b) accuracies
            during training. Lines: one replica; bands: all replicas; black: exact theory, eq. 15. Without weight decay
            $L_"gen"$ stays at $1 - 1\/lambda$ and never meets the threshold; with any, the student's half of the start
            decays within some $1\/(eta gamma)$ epochs and generalisation comes that much later than training.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(FewSamplesResult result)
    {
        LearningComparison[] curves = [.. result.Settings.Select(setting => setting.Curves)];
        return new FigureDrawing
        {
            Title = "Figure S2: weight decay with few samples",
            Description =
                "Two panels. Losses and accuracies against epochs for a sample ratio above 1 and three weight decays, "
                + "measured and predicted.",
            Height = 82,
            Panels =
            [
                LearningPanels.Losses(curves, Color, (1, 1e6), (1e-3, 3)),
                LearningPanels.Accuracies(curves, Color, (1, 1e6)),
            ],
            LegendEntries = LearningPanels.LegendEntries(
                result.Settings.Select(setting => $"γ = {NumberText.Format(setting.WeightDecay)}"),
                Color
            ),
        };
    }

    private static PlotColor Color(int setting) =>
        new[] { FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet }[setting];
}
