using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Figure 5: two-layer networks, linear and tanh.</summary>
public sealed class Figure5 : Figure<HiddenWidthResult>
{
    /// <inheritdoc/>
    public override string Number => "5";

    /// <inheritdoc/>
    protected override string Caption(HiddenWidthResult result) =>
        $"""
            *Two layers* at $lambda = {result.Settings[
                0
            ].SampleRatio}$, which the paper's caption does not give,
            with $d_"out" = {result.Settings[
                0
            ].OutputDimension}$ and $epsilon = 10^(-4)$. (a) Losses and (b) accuracies of
            linear networks, (c) and (d) of tanh networks. Lines: one replica; bands: all replicas; black: the one-layer theory,
            eq. 19 with its factor $1\/d_"out"$; grey: the same with the kernel and the spectrum that replica drew at epoch 0.
            """;

    /// <inheritdoc/>
    protected override FigureDrawing Draw(HiddenWidthResult result)
    {
        HiddenWidthComparison[] linear = [.. result.Settings.Where(setting => setting.Gain == 0)];
        HiddenWidthComparison[] tanh = [.. result.Settings.Where(setting => setting.Gain > 0)];
        return new FigureDrawing
        {
            Title = "Figure 5: two-layer networks",
            Description =
                "Four panels. Losses and accuracies against epochs of linear networks (top) and tanh networks (bottom) "
                + "with two hidden widths, measured and predicted.",
            Height = 130,
            Columns = 2,
            Panels = [.. Row("linear", linear), .. Row("tanh", tanh)],
            LegendEntries =
            [
                .. LearningPanels.LegendEntries(
                    linear.Select(setting => $"*d*_{{h}} = {setting.HiddenWidth}"),
                    Color
                ),
                new LineSeries
                {
                    Title = "frozen kernel",
                    Color = FigureStyle.Grey,
                    StrokeThickness = FigureStyle.TheoryThickness,
                },
            ],
        };
    }

    private static PlotModel[] Row(string title, HiddenWidthComparison[] settings)
    {
        LearningComparison[] curves = [.. settings.Select(setting => setting.Curves)];
        (double, double) epochs = (1, curves[0].Epochs[^1]);
        PlotModel losses = LearningPanels.Losses(curves, Color, epochs, (1e-7, 1e-1), title);
        PlotModel accuracies = LearningPanels.Accuracies(curves, Color, epochs, title);
        foreach (HiddenWidthComparison setting in settings)
        {
            AddFrozen(losses, setting, setting.FrozenKernel.TrainingLoss, LineStyle.Dot);
            AddFrozen(losses, setting, setting.FrozenKernel.GeneralizationLoss, LineStyle.Solid);
            AddFrozen(accuracies, setting, setting.FrozenKernel.TrainingAccuracy, LineStyle.Dot);
            AddFrozen(accuracies, setting, setting.FrozenKernel.GeneralizationAccuracy, LineStyle.Solid);
        }
        return [losses, accuracies];
    }

    private static void AddFrozen(
        PlotModel panel,
        HiddenWidthComparison setting,
        IReadOnlyList<double> values,
        LineStyle style
    ) =>
        panel.Series.Add(
            new LineSeries
            {
                Points = DataPoint.Zip(setting.Curves.Epochs, values),
                Color = FigureStyle.Grey,
                LineStyle = style,
                StrokeThickness = FigureStyle.TheoryThickness,
            }
        );

    private static PlotColor Color(int setting) => new[] { FigureStyle.Blue, FigureStyle.Red }[setting];
}
