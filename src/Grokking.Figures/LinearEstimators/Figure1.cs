using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 1: how learning and the grokking time depend on λ.</summary>
public sealed class Figure1 : Figure<SampleRatioResult>
{
    /// <inheritdoc/>
    public override string Number => "1";

    /// <inheritdoc/>
    protected override string Caption(SampleRatioResult result)
    {
        LearningComparison[] curves = Curves(result);
        string epsilon = LearningLegend.Epsilon(curves);
        string explanation = LearningLegend.Explanation(curves, "exact gradient-flow theory, eq. 8");
        return $"""
            *The sample ratio $lambda$* at $epsilon = {epsilon}$. (a) Losses and (b) accuracies
            during training, for three sample ratios.
            {explanation}
            (c) The grokking time $Delta t$ against $lambda$ for several thresholds $epsilon$: exact theory (lines in
            colour), eq. 12, which knows no $epsilon$ (black), and means over replicas (circles) with their standard
            deviation where that reaches beyond the mark; below, the same in units of eq. 12.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(SampleRatioResult result) =>
        LearningFigure.Of(
            "Figure 1: the sample ratio",
            "Three panels. Losses and accuracies against epochs for sample ratios "
                + $"{CaptionText.List(result.Settings.Select(setting => setting.SampleRatio))}, measured and "
                + "predicted; the grokking time against the sample ratio for several thresholds.",
            Curves(result),
            result.Settings.Select(setting => $"*λ* = {NumberText.Format(setting.SampleRatio)}"),
            [FigureStyle.Red, FigureStyle.Blue, FigureStyle.Violet],
            losses: (1e-8, 3),
            DelayPanel.Of(
                new LinearAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "sample ratio *λ*",
                    Minimum = 0,
                    Maximum = 1,
                    MajorStep = 0.2,
                },
                result.Delays,
                curve => $"*ε* = {NumberText.Format(curve.Value)}",
                [Eq12(result), Measured(result)],
                delays: (1, 1e7),
                below: Shares(result)
            )
        );

    private static LearningComparison[] Curves(SampleRatioResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];

    private static LineSeries Eq12(SampleRatioResult result) =>
        new()
        {
            Title = "eq. 12",
            Points = DataPoint.Zip(result.Delays[0].Abscissae, result.Eq12),
            LineStyle = LineStyle.Dash,
        };

    private static ScatterSeries Measured(SampleRatioResult result) =>
        new()
        {
            Title = $"measured, *ε* = {NumberText.Format(result.Times[0].Epsilon)}",
            Color = DelayPanel.ColorOf(result.Delays, result.Times[0].Epsilon),
            Points =
            [
                .. from times in result.Times
                let measured = times.Difference.Measured
                where measured is not null && times.SampleRatio < 1
                select new ScatterPoint(times.SampleRatio, measured.Mean, measured.Lower, measured.Upper),
            ],
        };

    /// <summary>Everything in units of eq. 12: what the decades above hide.</summary>
    private static PlotModel Shares(SampleRatioResult result)
    {
        var eq12 = new LineSeries { Points = [new(0, 1), new(1, 1)], LineStyle = LineStyle.Dash };
        var measured = new ScatterSeries
        {
            Color = DelayPanel.ColorOf(result.Delays, result.Times[0].Epsilon),
            MarkerSize = FigureStyle.SmallMarkerSize,
            Points =
            [
                .. from one in result.OverEq12.Measured
                let share = one.Share
                select new ScatterPoint(one.SampleRatio, share.Mean, share.Lower, share.Upper),
            ],
        };
        return DelayPanel.Ratios(
            "Δ*t* / eq. 12",
            (0, 1.1, 0.5),
            [
                .. result.OverEq12.Exact.Select((shares, i) => DelayPanel.Curve(result.Delays, i, shares)),
                eq12,
                measured,
            ]
        );
    }
}
