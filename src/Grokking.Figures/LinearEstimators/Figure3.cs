using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
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
            $lambda = {lambda}$ in the hatched region.
            Thin and dotted: eq. 16 as printed, in (a) its limits of the losses, in the colours of their $gamma$, in (c)
            its $Delta t$ at $lambda = {lambda}$.
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
            result.Settings.Select(setting => $"*γ* = {NumberText.Format(setting.WeightDecay)}"),
            Colors,
            losses: (1e-9, 3),
            Delays(result),
            moreLosses: Limits(result)
        );

    private static LearningComparison[] Curves(WeightDecayResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];

    private static readonly PlotColor[] Colors = [FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet];

    /// <summary>Eq. 16's limits at late times, in the colours of their settings; two of them are equal.</summary>
    private static PlotSeries[] Limits(WeightDecayResult result) =>
        [
            .. result.Limits.SelectMany(
                (limit, i) =>
                    new[]
                    {
                        PrintedStyle.Line(
                            Colors[i],
                            [new(1e5, limit.Eq16Generalization), new(1e6, limit.Eq16Generalization)]
                        ),
                        PrintedStyle.Line(
                            Colors[i],
                            [new(3e5, limit.Eq16Training), new(1e6, limit.Eq16Training)]
                        ),
                    }
            ),
        ];

    private static PlotModel Delays(WeightDecayResult result)
    {
        DelayCurve shown = result.Delays.Single(curve => curve.Value == result.Settings[0].SampleRatio);
        double? critical = result.CriticalWeightDecays[result.Delays.ToList().IndexOf(shown)];
        PlotModel panel = DelayPanel.Of(
            new LogarithmicAxis
            {
                Position = AxisPosition.Bottom,
                Title = "weight decay *γ*",
                Minimum = shown.Abscissae[0],
                Maximum = shown.Abscissae[^1],
            },
            result.Delays,
            curve => $"*λ* = {NumberText.Format(curve.Value)}",
            more: [Eq16(result, shown), PrintedStyle.Line(FigureStyle.Grey, [], "eq. 16 as printed")],
            delays: (3, 3e5)
        );
        panel.Annotations.Add(
            new TextAnnotation
            {
                Text = $"  eq. 16, *λ* = {NumberText.Format(shown.Value)}",
                Position = new(shown.Abscissae[0], 0.85 * result.Limits[0].Eq16Difference),
                VerticalAlignment = VerticalAlignment.Top,
            }
        );
        if (critical is double saturation)
        {
            panel.Annotations.Add(new RectangleAnnotation { MinimumX = saturation, IsHatched = true });
            panel.Annotations.Add(Note($" *λ* = {NumberText.Format(shown.Value)}", new(saturation, 1.2e5)));
            panel.Annotations.Add(Note(" saturates", new(saturation, 6.8e4)));
        }
        return panel;
    }

    /// <summary>Eq. 16's Δt, which knows no γ.</summary>
    private static LineSeries Eq16(WeightDecayResult result, DelayCurve shown)
    {
        double delay = result.Limits[0].Eq16Difference;
        return PrintedStyle.Line(
            DelayPanel.ColorOf(result.Delays, shown.Value),
            [new(shown.Abscissae[0], delay), new(shown.Abscissae[^1], delay)]
        );
    }

    /// <summary>A note that begins at the left end of the hatched region.</summary>
    private static TextAnnotation Note(string text, DataPoint position) =>
        new() { Text = text, Position = position };
}
