using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Supplementary figure S1: what noisy labels do.</summary>
public sealed class FigureS1 : Figure<LabelNoiseResult>
{
    /// <inheritdoc/>
    public override string Number => "S1";

    /// <inheritdoc/>
    protected override string Caption(LabelNoiseResult result) =>
        $"""
            *Noisy labels* at $lambda = {result.SampleRatio}$, beyond the paper's figures. (a) Losses and (b) accuracies
            against the clean teacher, for labels that are off by $cal(N)(0, sigma^2)$. Lines: one replica; bands: all
            replicas; black: the derived theory, in which noise adds
            $lambda sigma^2 EE_nu [(1 - e^(-2 eta nu t))^2 \/ nu]$ to $L_"gen"$. (c) What it adds in the end, in units of
            $sigma^2$: theory and the measured means with the standard deviation over replicas. A constant, as the paper
            has it, would be the grey line at most.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(LabelNoiseResult result)
    {
        LearningComparison[] curves = [.. result.Settings.Select(setting => setting.Curves)];
        return new FigureDrawing
        {
            Title = "Figure S1: noisy labels",
            Description =
                "Three panels. Losses and accuracies against epochs for three strengths of label noise, measured and "
                + "predicted; what noise adds to the generalisation loss in the end against the sample ratio, which "
                + "grows without bound towards 1.",
            Height = 82,
            Panels =
            [
                LearningPanels.Losses(curves, Color, (1, 1e6), (1e-6, 3)),
                LearningPanels.Accuracies(curves, Color, (1, 1e6)),
                Excess(result),
            ],
            LegendEntries = LearningPanels.LegendEntries(
                result.Settings.Select(setting => $"σ = {NumberText.Format(setting.Noise)}"),
                Color
            ),
        };
    }

    private static PlotModel Excess(LabelNoiseResult result) =>
        new()
        {
            Axes =
            {
                new LinearAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "sample ratio λ",
                    Minimum = 0,
                    Maximum = 1,
                    MajorStep = 0.2,
                },
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = "excess of *L*_{gen} over *σ*^{2}",
                    Minimum = 0.01,
                    Maximum = 1000,
                },
            },
            Legend = new Legend(),
            Series =
            {
                new LineSeries
                {
                    Title = "derived, *t* → ∞",
                    Points = DataPoint.Zip(result.SampleRatios, result.FinalExcesses),
                },
                new LineSeries
                {
                    Title = "noisy test labels",
                    Points = [new DataPoint(0, 1), new DataPoint(1, 1)],
                    Color = FigureStyle.Grey,
                    LineStyle = LineStyle.Dash,
                },
                new ScatterSeries
                {
                    Title = "measured",
                    MarkerType = MarkerType.Circle,
                    Points =
                    [
                        .. result.Excesses.Select(one => new ScatterPoint(
                            result.SampleRatio,
                            one.Measured.Mean,
                            one.Measured.Lower,
                            one.Measured.Upper
                        )),
                    ],
                },
            },
        };

    private static PlotColor Color(int setting) =>
        new[] { FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet }[setting];
}
