using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 2: how learning and the grokking time depend on d_out.</summary>
public sealed class Figure2 : Figure<OutputDimensionResult>
{
    /// <inheritdoc/>
    public override string Number => "2";

    /// <inheritdoc/>
    protected override string Caption(OutputDimensionResult result)
    {
        LearningComparison[] curves = Curves(result);
        string lambda = CaptionText.Number(result.Settings[0].SampleRatio);
        string epsilon = LearningLegend.Epsilon(curves);
        string explanation = LearningLegend.Explanation(curves, "theory, eq. 13");
        return $"""
            *The output dimension $d_"out"$* at $lambda = {lambda}$, $epsilon = {epsilon}$. (a) Losses and (b) accuracies during training.
            {explanation}
            (c) The grokking time by eq. 13 against $d_"out"$ for several $lambda$; circles mark the longest, among all whole
            numbers.
            """;
    }

    /// <inheritdoc/>
    protected override FigureDrawing Draw(OutputDimensionResult result) =>
        LearningFigure.Of(
            "Figure 2: the output dimension",
            "Three panels. Losses and accuracies against epochs for output dimensions "
                + $"{CaptionText.List(result.Settings.Select(setting => (double)setting.OutputDimension))}, measured "
                + "and predicted; the grokking time against the output dimension for several sample ratios.",
            Curves(result),
            result.Settings.Select(setting => $"*d*_{{out}} = {setting.OutputDimension}"),
            [FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet],
            losses: (1e-6, 3),
            DelayPanel.Of(
                new LogarithmicAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "output dimension *d*_{out}",
                    Minimum = result.Delays[0].Abscissae[0],
                    Maximum = result.Delays[0].Abscissae[^1],
                },
                result.Delays,
                curve => $"λ = {NumberText.Format(curve.Value)}",
                [Longest(result)],
                delays: (10, 1e7)
            )
        );

    private static LearningComparison[] Curves(OutputDimensionResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];

    private static ScatterSeries Longest(OutputDimensionResult result) =>
        new()
        {
            Title = "longest",
            MarkerFilled = false,
            Points = [.. result.Longest.Select(one => new ScatterPoint(one.OutputDimension, one.Delay))],
        };
}
