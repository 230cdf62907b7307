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
    protected override string Caption(OutputDimensionResult result) =>
        $"""
            *The output dimension $d_"out"$* at $lambda = {result.Settings[
                0
            ].SampleRatio}$. (a) Losses and (b) accuracies
            during training. Lines: one replica; bands: all replicas; black: exact theory, eq. 13. (c) The exact grokking
            time against $d_"out"$ for several $lambda$; circles mark the longest, among all whole numbers.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(OutputDimensionResult result)
    {
        PlotModel delays = DelayPanel.Of(
            new LogarithmicAxis
            {
                Position = AxisPosition.Bottom,
                Title = "output dimension *d*_{out}",
                Minimum = 1,
                Maximum = 1000,
            },
            (10, 1e8),
            result.Delays,
            curve => $"λ = {NumberText.Format(curve.Value)}"
        );
        delays.Series.Add(
            new ScatterSeries
            {
                Title = "longest",
                MarkerType = MarkerType.Circle,
                Points = [.. result.Longest.Select(one => new ScatterPoint(one.OutputDimension, one.Delay))],
            }
        );
        LearningComparison[] curves = [.. result.Settings.Select(setting => setting.Curves)];
        return new FigureDrawing
        {
            Title = "Figure 2: the output dimension",
            Description =
                "Three panels. Losses and accuracies against epochs for output dimensions 1, 50 and 700, measured "
                + "and predicted; the grokking time against the output dimension for several sample ratios.",
            Height = 82,
            Panels =
            [
                LearningPanels.Losses(curves, Color, (1, 1e6), (1e-6, 3)),
                LearningPanels.Accuracies(curves, Color, (1, 1e6)),
                delays,
            ],
            LegendEntries = LearningPanels.LegendEntries(
                result.Settings.Select(setting => $"*d*_{{out}} = {setting.OutputDimension}"),
                Color
            ),
        };
    }

    private static PlotColor Color(int setting) =>
        new[] { FigureStyle.Blue, FigureStyle.Red, FigureStyle.Violet }[setting];
}
