using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 3: how learning and the grokking time depend on weight decay.</summary>
public sealed class Figure3 : Figure<WeightDecayResult>
{
    /// <inheritdoc/>
    public override string Number => "3";

    /// <inheritdoc/>
    protected override string Caption(WeightDecayResult result) =>
        $"""
            *Weight decay $gamma$* at $lambda = {result.Settings[
                0
            ].SampleRatio}$. (a) Losses and (b) accuracies during
            training. Lines: one replica; bands: all replicas; black: exact theory, eq. 15. (c) The exact grokking time
            against $gamma$ for several $lambda$; each curve ends where generalisation saturates below 95 %, which it does
            for $lambda = {result.Settings[0].SampleRatio}$ in the grey region.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(WeightDecayResult result)
    {
        DelayCurve shown = result.Delays.Single(curve => curve.Value == result.Settings[0].SampleRatio);
        PlotModel delays = DelayPanel.Of(
            new LogarithmicAxis
            {
                Position = AxisPosition.Bottom,
                Title = "weight decay γ",
                Minimum = shown.Abscissae[0],
                Maximum = shown.Abscissae[^1],
            },
            (1, 1e6),
            result.Delays,
            curve => $"λ = {NumberText.Format(curve.Value)}"
        );
        delays.Annotations.Add(
            new RectangleAnnotation
            {
                MinimumX = result.CriticalWeightDecays[result.Delays.ToList().IndexOf(shown)],
            }
        );
        LearningComparison[] curves = [.. result.Settings.Select(setting => setting.Curves)];
        return new FigureDrawing
        {
            Title = "Figure 3: weight decay",
            Description =
                "Three panels. Losses and accuracies against epochs for weight decays 1e-5, 1e-3 and 1e-2, measured "
                + "and predicted; the grokking time against weight decay for several sample ratios.",
            Height = 82,
            Panels =
            [
                LearningPanels.Losses(curves, Color, (1, 1e6), (1e-9, 3)),
                LearningPanels.Accuracies(curves, Color, (1, 1e6)),
                delays,
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
