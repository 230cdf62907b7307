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
    protected override string Caption(SampleRatioResult result) =>
        """
            *The sample ratio $lambda$.* (a) Losses and (b) accuracies during training, for three sample ratios. Lines:
            one replica; bands: all replicas; black: exact gradient-flow theory, eq. 8. Markers stand where the accuracy
            reaches 95 %. (c) The grokking time $Delta t$ against $lambda$ for several thresholds $epsilon$: exact
            theory (colours), eq. 12, which knows no $epsilon$ (black), and measured means at $epsilon = 10^(-3)$ with
            the standard deviation over replicas.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(SampleRatioResult result)
    {
        PlotModel delays = DelayPanel.Of(
            new LinearAxis
            {
                Position = AxisPosition.Bottom,
                Title = "sample ratio λ",
                Minimum = 0,
                Maximum = 1,
                MajorStep = 0.2,
            },
            (1, 1e7),
            result.Delays,
            curve => $"ε = {NumberText.Format(curve.Value)}"
        );
        delays.Series.Add(
            new LineSeries
            {
                Title = "eq. 12",
                Points = DataPoint.Zip(result.Delays[0].Abscissae, result.Eq12),
                LineStyle = LineStyle.Dash,
            }
        );
        delays.Series.Add(
            new ScatterSeries
            {
                Title = "measured",
                MarkerType = MarkerType.Circle,
                Points =
                [
                    .. from times in result.Times
                    let measured = times.Difference.Measured
                    where measured is not null && times.SampleRatio < 1
                    select new ScatterPoint(times.SampleRatio, measured.Mean, measured.Lower, measured.Upper),
                ],
            }
        );
        LearningComparison[] curves = [.. result.Settings.Select(setting => setting.Curves)];
        return new FigureDrawing
        {
            Title = "Figure 1: the sample ratio",
            Description =
                "Three panels. Losses and accuracies against epochs for sample ratios 0.1, 0.9 and 1.5, measured and "
                + "predicted; the grokking time against the sample ratio for several thresholds.",
            Height = 82,
            Panels =
            [
                LearningPanels.Losses(curves, Color, (1, 1e6), (1e-8, 3)),
                LearningPanels.Accuracies(curves, Color, (1, 1e6)),
                delays,
            ],
            LegendEntries = LearningPanels.LegendEntries(
                result.Settings.Select(setting => $"λ = {NumberText.Format(setting.SampleRatio)}"),
                Color
            ),
        };
    }

    private static PlotColor Color(int setting) =>
        new[] { FigureStyle.Red, FigureStyle.Blue, FigureStyle.Violet }[setting];
}
