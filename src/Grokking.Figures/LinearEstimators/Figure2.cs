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
            (c) The grokking time by eq. 13 against $d_"out"$ for several $lambda$; open circles mark the longest, among all
            whole numbers. Filled circles: means over replicas at $lambda = {lambda}$, with their standard deviation where that reaches beyond the mark. Eq. 13 takes
            the errors of the outputs as equally large and puts $t^*$ for several outputs too early (erratum E13); the thin black
            line is the same theory with the accuracy law for unequal outputs. Below, these three in units of eq. 13.
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
                new LogarithmicAxis { Position = AxisPosition.Bottom, Title = "output dimension *d*_{out}" },
                result.Delays,
                curve => $"*λ* = {NumberText.Format(curve.Value)}",
                [Unequal(result), Longest(result), Measured(result)],
                delays: (10, 1e6),
                below: Ratios(result)
            )
        );

    private static LearningComparison[] Curves(OutputDimensionResult result) =>
        [.. result.Settings.Select(setting => setting.Curves)];

    /// <summary>What is measured and the corrected theory in units of eq. 13.</summary>
    private static PlotModel Ratios(OutputDimensionResult result)
    {
        PlotColor color = DelayPanel.ColorOf(result.Delays, result.Unequal.Value);
        IReadOnlyList<double> outputs = result.Unequal.Abscissae;
        var eq13 = new LineSeries
        {
            Points = [new(outputs[0], 1), new(outputs[^1], 1)],
            Color = color,
            LineStyle = LineStyle.Dot,
        };
        var unequal = new LineSeries
        {
            Points = DelayPanel.Points(outputs, result.UnequalOverEq13),
            StrokeThickness = FigureStyle.TheoryThickness,
        };
        var measured = new ScatterSeries
        {
            Color = color,
            MarkerSize = FigureStyle.SmallMarkerSize,
            Points =
            [
                .. from one in result.MeasuredOverEq13
                let share = one.Share
                select new ScatterPoint(one.OutputDimension, share.Mean, share.Lower, share.Upper),
            ],
        };
        return DelayPanel.Ratios("Δ*t* / eq. 13", (0.85, 1.45, 0.2), [eq13, unequal, measured]);
    }

    /// <summary>The corrected theory of what is measured.</summary>
    private static LineSeries Unequal(OutputDimensionResult result) =>
        new()
        {
            Title = $"*λ* = {NumberText.Format(result.Unequal.Value)}, unequal outputs",
            Points = DelayPanel.Points(result.Unequal.Abscissae, result.Unequal.Delays),
            StrokeThickness = FigureStyle.TheoryThickness,
        };

    private static ScatterSeries Measured(OutputDimensionResult result) =>
        new()
        {
            Title = $"*λ* = {NumberText.Format(result.Unequal.Value)}, measured",
            Color = DelayPanel.ColorOf(result.Delays, result.Unequal.Value),
            IsNested = true,
            Points =
            [
                .. from times in result.MeasuredTimes
                let measured = times.Difference.Measured
                where measured is not null
                select new ScatterPoint(times.OutputDimension, measured.Mean, measured.Lower, measured.Upper),
            ],
        };

    /// <summary>Rings, below what is measured and wide enough to be seen around it.</summary>
    private static ScatterSeries Longest(OutputDimensionResult result) =>
        new()
        {
            Title = "longest by eq. 13",
            MarkerFilled = false,
            IsNested = true,
            Points = [.. result.Longest.Select(one => new ScatterPoint(one.OutputDimension, one.Delay))],
        };
}
