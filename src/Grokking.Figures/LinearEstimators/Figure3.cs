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
    protected override string Caption(WeightDecayResult result)
    {
        LearningComparison[] curves = Curves(result);
        string lambda = CaptionText.Number(result.Settings[0].SampleRatio);
        string epsilon = LearningLegend.Epsilon(curves);
        string level = LearningLegend.Level(curves);
        string explanation = LearningLegend.Explanation(curves, "exact theory, eq. 15");
        return $"""
            *Weight decay $gamma$* at $lambda = {lambda}$, $epsilon = {epsilon}$. (a) Losses and
            (b) accuracies during training. {explanation}
            (c) The exact grokking time against $gamma$ for several $lambda$; each curve ends where generalisation
            saturates below {level}, which it does for
            $lambda = {lambda}$ in the grey region.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(WeightDecayResult result) =>
        LearningFigure.Of(
            "Figure 3: weight decay",
            "Three panels. Losses and accuracies against epochs for weight decays "
                + $"{CaptionText.List(result.Settings.Select(setting => setting.WeightDecay))}, measured and "
                + "predicted; the grokking time against weight decay for several sample ratios.",
            Curves(result),
            result.Settings.Select(setting => $"γ = {NumberText.Format(setting.WeightDecay)}"),
            [FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet],
            losses: (1e-9, 3),
            Delays(result)
        );

    private static LearningComparison[] Curves(WeightDecayResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];

    private static PlotModel Delays(WeightDecayResult result)
    {
        DelayCurve shown = result.Delays.Single(curve => curve.Value == result.Settings[0].SampleRatio);
        double? critical = result.CriticalWeightDecays[result.Delays.ToList().IndexOf(shown)];
        PlotModel panel = DelayPanel.Of(
            new LogarithmicAxis
            {
                Position = AxisPosition.Bottom,
                Title = "weight decay γ",
                Minimum = shown.Abscissae[0],
                Maximum = shown.Abscissae[^1],
            },
            result.Delays,
            curve => $"λ = {NumberText.Format(curve.Value)}",
            more: [],
            delays: (3, 3e5)
        );
        if (critical is double saturation)
        {
            panel.Annotations.Add(new RectangleAnnotation { MinimumX = saturation });
            panel.Annotations.Add(Note($" λ = {NumberText.Format(shown.Value)}", new(saturation, 1.2e5)));
            panel.Annotations.Add(Note(" saturates", new(saturation, 6.8e4)));
        }
        return panel;
    }

    /// <summary>A note that begins at the left end of the grey region.</summary>
    private static TextAnnotation Note(string text, DataPoint position) =>
        new() { Text = text, Position = position };
}
