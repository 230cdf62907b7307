using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Losses of two layers in units of theory, below the losses themselves: what decades hide.</summary>
internal static class LossRatios
{
    /// <summary>The slim plot.</summary>
    public static PlotModel Of(HiddenWidthComparison[] settings, PlotColor[] colors)
    {
        var panel = new PlotModel
        {
            Axes =
            {
                new LinearAxis
                {
                    Position = AxisPosition.Left,
                    Title = "*L* / theory",
                    Minimum = 0.85,
                    Maximum = 1.55,
                    MajorStep = 0.2,
                },
            },
            Annotations =
            {
                new LineAnnotation
                {
                    Y = 1,
                    Color = FigureStyle.Black,
                    LineStyle = LineStyle.Solid,
                },
            },
        };
        for (int i = 0; i < settings.Length; i++)
        {
            LossesOverTheory ratios = settings[i].OverTheory;
            IReadOnlyList<double> at = settings[i].Curves.Epochs;
            FrozenStyle.Underlay(panel, at, ratios.FrozenTraining, ratios.FrozenGeneralization);
            Add(panel, at, ratios.Training, colors[i], isTraining: true);
            Add(panel, at, ratios.Generalization, colors[i], isTraining: false);
        }
        return panel;
    }

    private static void Add(
        PlotModel panel,
        IReadOnlyList<double> epochs,
        ComparedCurve curve,
        PlotColor color,
        bool isTraining
    )
    {
        DataPoint[] upper = DataPoint.Zip(epochs, curve.Upper);
        panel.Series.Add(LearningStyle.Range(color, upper, DataPoint.Zip(epochs, curve.Lower)));
        panel.Series.Add(LearningStyle.Measured(color, isTraining, DataPoint.Zip(epochs, curve.OneReplica)));
    }
}
