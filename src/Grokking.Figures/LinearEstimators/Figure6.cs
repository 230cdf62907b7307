using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 6: the exact losses against their late-time forms.</summary>
public sealed class Figure6 : Figure<LateTimeResult>
{
    /// <inheritdoc/>
    public override string Number => "6";

    /// <inheritdoc/>
    protected override string Caption(LateTimeResult result) =>
        $"""
            *Late times* at $lambda = {result.SampleRatio}$. (a) The exact losses, eq. 8, and the late-time forms of eqs
            22 (training), 23 and 11 (generalisation), as printed. (b) Their relative errors.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(LateTimeResult result)
    {
        PlotModel losses = Panel("loss", 1e-12, 10);
        losses.Series.Add(Exact("*L*_{tr} exact", result.Epochs, result.TrainingLoss, FigureStyle.Pink));
        losses.Series.Add(
            Exact("*L*_{gen} exact", result.Epochs, result.GeneralizationLoss, FigureStyle.LightBlue)
        );
        PlotModel errors = Panel("relative error", 1e-6, 1e2);
        foreach (LateTimeForm form in result.Forms)
        {
            losses.Series.Add(Line(form, result.Epochs, form.Values));
            errors.Series.Add(Line(form, result.Epochs, form.RelativeErrors));
        }
        return new FigureDrawing
        {
            Title = "Figure 6: late times",
            Description =
                "Two panels. The exact training and generalisation loss against epochs with three late-time forms; "
                + "the relative error of each form.",
            Height = 80,
            Panels = [losses, errors],
        };
    }

    private static PlotModel Panel(string ordinate, double low, double high) =>
        new()
        {
            Axes =
            {
                new LogarithmicAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "epochs *t*",
                    Minimum = 1,
                    Maximum = 1e6,
                },
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = ordinate,
                    Minimum = low,
                    Maximum = high,
                },
            },
            Legend = new Legend(),
        };

    private static LineSeries Exact(
        string title,
        IReadOnlyList<double> epochs,
        IReadOnlyList<double> losses,
        PlotColor color
    ) =>
        new()
        {
            Title = title,
            Points = DataPoint.Zip(epochs, losses),
            Color = color,
            StrokeThickness = 2 * FigureStyle.MeasuredThickness,
        };

    private static LineSeries Line(
        LateTimeForm form,
        IReadOnlyList<double> epochs,
        IReadOnlyList<double> values
    )
    {
        (string title, PlotColor color, LineStyle style) = form.Name switch
        {
            "training-loss.eq_22" => ("*L*_{tr}, eq. 22", FigureStyle.Red, LineStyle.Dash),
            "generalization-loss.eq_23" => ("*L*_{gen}, eq. 23", FigureStyle.Blue, LineStyle.Dash),
            "generalization-loss.eq_11" => ("*L*_{gen}, eq. 11", FigureStyle.Blue, LineStyle.DashDot),
            var unknown => throw new ArgumentException($"no style for {unknown}", nameof(form)),
        };
        return new LineSeries
        {
            Title = title,
            Points = DataPoint.Zip(epochs, values),
            Color = color,
            LineStyle = style,
        };
    }
}
