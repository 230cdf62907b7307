using Grokking.Curves;
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
    protected override string Caption(LabelNoiseResult result)
    {
        LearningComparison[] curves = Curves(result);
        string theory =
            "the derived theory, in which noise adds "
            + """$lambda sigma^2 EE_nu [(1 - e^(-2 eta nu t))^2 \/ nu]$ to $L_"gen"$""";
        string lambda = CaptionText.Number(result.SampleRatio);
        string epsilon = LearningLegend.Epsilon(curves);
        string explanation = LearningLegend.Explanation(curves, theory);
        return $"""
            *Noisy labels* at $lambda = {lambda}$, $epsilon = {epsilon}$, beyond the paper's figures.
            (a) Losses and (b) accuracies against the clean teacher, for labels that are off by $cal(N)(0, sigma^2)$.
            {explanation}
            (c) What noise adds in the end, divided by $sigma^2$: theory, and at the one $lambda$ of (a) and (b) the mean over
            replicas with its standard deviation. It is one number for every $sigma$: the noise is the same draw, rescaled,
            and a linear student answers in proportion. A constant, as the paper has it, would be the grey line at most.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(LabelNoiseResult result) =>
        LearningFigure.Of(
            "Figure S1: noisy labels",
            "Three panels. Losses and accuracies against epochs for three strengths of label noise, measured and "
                + "predicted; what noise adds to the generalisation loss in the end against the sample ratio, which "
                + "grows without bound towards 1.",
            Curves(result),
            result.Settings.Select(setting => $"*σ* = {NumberText.Format(setting.Noise)}"),
            Colors,
            losses: (1e-6, 3),
            Excess(result)
        );

    private static readonly PlotColor[] Colors = [FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet];

    private static LearningComparison[] Curves(LabelNoiseResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];

    private static PlotModel Excess(LabelNoiseResult result)
    {
        var panel = new PlotModel
        {
            Axes =
            {
                new LinearAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "sample ratio *λ*",
                    Minimum = 0,
                    Maximum = 1,
                    MajorStep = 0.2,
                },
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = "*L*_{gen} added by noise / *σ*^{2}",
                    Minimum = 0.1,
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
                    StrokeThickness = FigureStyle.TheoryThickness,
                },
                new LineSeries
                {
                    Title = "paper’s constant, at most",
                    Points = [new DataPoint(0, 1), new DataPoint(1, 1)],
                    Color = FigureStyle.Grey,
                    LineStyle = LineStyle.Dash,
                },
            },
        };
        panel.Series.Add(Measured(result));
        return panel;
    }

    /// <summary>The measured excess; any σ shows it, for a linear student answers noise in proportion.</summary>
    private static ScatterSeries Measured(LabelNoiseResult result)
    {
        SampleSummary excess = result.Excesses[^1].Measured;
        return new ScatterSeries
        {
            Title = "measured, any *σ*",
            Color = FigureStyle.Red,
            MarkerSize = FigureStyle.SmallMarkerSize,
            Points = [new(result.SampleRatio, excess.Mean, excess.Lower, excess.Upper)],
        };
    }
}
