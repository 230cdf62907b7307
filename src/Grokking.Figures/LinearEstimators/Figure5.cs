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
    protected override string Caption(HiddenWidthResult result)
    {
        HiddenWidthComparison first = result.Settings[0];
        LearningComparison[] curves = Curves(result.Settings);
        string epsilon = LearningLegend.Epsilon(curves);
        string explanation = LearningLegend.Explanation(
            curves,
            """the one-layer theory, eq. 19 with its factor $1\/d_"out"$"""
        );
        string lambda = CaptionText.Number(first.SampleRatio);
        return $"""
            *Two layers* at $lambda = {lambda}$, which the paper's caption does not give,
            with $d_"out" = {first.OutputDimension}$ and $epsilon = {epsilon}$. (a) Losses and (b)
            accuracies of linear networks, (c) and (d) of tanh networks.
            {explanation}
            Wide and grey, below the other lines: the same theory with the kernel and the spectrum that this replica drew at
            epoch 0, dashed for training.
            """;
    }

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
            Height = 134,
            Columns = 2,
            Panels = [.. Row("linear", linear), .. Row("tanh", tanh)],
            Legend = LearningLegend.Layout,
            LegendEntries = LearningLegend.Entries(
                Curves(linear),
                linear.Select(setting => $"*d*_{{h}} = {setting.HiddenWidth}"),
                Colors,
                Frozen([], isTraining: false, "frozen kernel, one replica")
            ),
        };
    }

    private static readonly PlotColor[] Colors = [FigureStyle.Blue, FigureStyle.Red];

    private static LearningComparison[] Curves(IEnumerable<HiddenWidthComparison> settings) =>
        [.. settings.Select(setting => setting.Curves)];

    private static PlotModel[] Row(string title, HiddenWidthComparison[] settings)
    {
        LearningComparison[] curves = Curves(settings);
        (double, double) epochs = (1, curves[0].Epochs[^1]);
        PlotModel losses = LearningPanels.Losses(curves, Colors, epochs, (1e-7, 1e-2), title);
        PlotModel accuracies = LearningPanels.Accuracies(curves, Colors, epochs, title: title);
        foreach (HiddenWidthComparison setting in settings)
        {
            IReadOnlyList<double> at = setting.Curves.Epochs;
            FrozenPrediction frozen = setting.FrozenKernel;
            Underlay(losses, at, frozen.TrainingLoss, frozen.GeneralizationLoss);
            Underlay(accuracies, at, frozen.TrainingAccuracy, frozen.GeneralizationAccuracy);
        }
        return [losses, accuracies];
    }

    private static void Underlay(
        PlotModel panel,
        IReadOnlyList<double> epochs,
        IReadOnlyList<double> training,
        IReadOnlyList<double> generalization
    )
    {
        panel.Series.Insert(0, Frozen(DataPoint.Zip(epochs, training), isTraining: true));
        panel.Series.Insert(0, Frozen(DataPoint.Zip(epochs, generalization), isTraining: false));
    }

    private static LineSeries Frozen(DataPoint[] points, bool isTraining, string? title = null) =>
        new()
        {
            Title = title,
            Points = points,
            Color = FigureStyle.LightGrey,
            LineStyle = isTraining ? LineStyle.Dash : LineStyle.Solid,
            StrokeThickness = FigureStyle.UnderlaidThickness,
        };
}
