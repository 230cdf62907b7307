using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Annotations;
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
            epoch 0, dashed for training. Below (a) and (c): losses in units of theory. As printed, eq. 19 lies above it by a
            factor of $d_"out"$ and puts $t^*$ at the thin dotted lines of (b) and (d), in the colours of their $d_h$, where
            their axes reach as far.
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
            Height = 150,
            Columns = 2,
            Panels = [.. Row("linear", linear), .. Row("tanh", tanh)],
            Legend = LearningLegend.Layout,
            LegendEntries = LearningLegend.Entries(
                Curves(linear),
                linear.Select(setting => $"*d*_{{h}} = {setting.HiddenWidth}"),
                Colors,
                FrozenStyle.Line([], isTraining: false, "frozen kernel, one replica")
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
        PlotModel losses = LearningPanels.Losses(
            curves,
            Colors,
            epochs,
            (1e-7, 1e-2),
            title,
            LossRatios.Of(settings, Colors)
        );
        PlotModel accuracies = LearningPanels.Accuracies(curves, Colors, epochs, title: title);
        for (int i = 0; i < settings.Length; i++)
        {
            IReadOnlyList<double> at = curves[i].Epochs;
            FrozenPrediction frozen = settings[i].FrozenKernel;
            FrozenStyle.Underlay(losses, at, frozen.TrainingLoss, frozen.GeneralizationLoss);
            FrozenStyle.Underlay(accuracies, at, frozen.TrainingAccuracy, frozen.GeneralizationAccuracy);
            AddPrinted(accuracies, settings[i], Colors[i]);
        }
        return [losses, accuracies];
    }

    /// <summary>Where eq. 19 as printed puts t*.</summary>
    private static void AddPrinted(PlotModel panel, HiddenWidthComparison setting, PlotColor color)
    {
        foreach (double? time in new[] { setting.Training.AsPrinted, setting.Generalization.AsPrinted })
            if (time is double at)
                panel.Annotations.Add(
                    new LineAnnotation
                    {
                        X = at,
                        Color = color,
                        StrokeThickness = FigureStyle.PrintedThickness,
                    }
                );
        if (!panel.Series.Any(one => one.Title is not null))
            panel.Series.Add(PrintedStyle.Line(FigureStyle.Grey, [], "*t*^{∗}, eq. 19 as printed"));
    }
}
