using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Losses and accuracies over the epochs: the two panels that figures 1, 2, 3, 5, S1 and S2 share.</summary>
internal static class LearningPanels
{
    /// <summary>An end of the ordinate that leaves a curve at accuracy 0 visible.</summary>
    public const double BelowAccuracies = -0.03;

    /// <summary>Losses, log–log.</summary>
    public static PlotModel Losses(
        IReadOnlyList<LearningComparison> settings,
        PlotColor[] colors,
        (double Low, double High) epochs,
        (double Low, double High) losses,
        string? title = null
    ) =>
        Panel(
            settings,
            colors,
            epochs,
            new LogarithmicAxis
            {
                Position = AxisPosition.Left,
                Title = "loss",
                Minimum = losses.Low,
                Maximum = losses.High,
            },
            title,
            setting => (setting.TrainingLoss, setting.GeneralizationLoss),
            mark => mark.Loss
        );

    /// <summary>Accuracies over log epochs.</summary>
    public static PlotModel Accuracies(
        IReadOnlyList<LearningComparison> settings,
        PlotColor[] colors,
        (double Low, double High) epochs,
        double lowest = BelowAccuracies,
        string? title = null
    ) =>
        Panel(
            settings,
            colors,
            epochs,
            new LinearAxis
            {
                Position = AxisPosition.Left,
                Title = "accuracy",
                Minimum = lowest,
                Maximum = 1.06,
            },
            title,
            setting => (setting.TrainingAccuracy, setting.GeneralizationAccuracy),
            mark => mark.Accuracy
        );

    private static PlotModel Panel(
        IReadOnlyList<LearningComparison> settings,
        PlotColor[] colors,
        (double Low, double High) epochs,
        Axis ordinate,
        string? title,
        Func<LearningComparison, (ComparedCurve Training, ComparedCurve Generalization)> curves,
        Func<CrossingMark, double> height
    )
    {
        var panel = new PlotModel
        {
            Title = title,
            Axes =
            {
                new LogarithmicAxis
                {
                    Position = AxisPosition.Bottom,
                    Title = "epochs *t*",
                    Minimum = epochs.Low,
                    Maximum = epochs.High,
                },
                ordinate,
            },
        };
        for (int i = 0; i < settings.Count; i++)
        {
            AddMeasured(curves(settings[i]).Training, isTraining: true, i);
            AddMeasured(curves(settings[i]).Generalization, isTraining: false, i);
        }
        // No measurement covers a theory.
        foreach (LearningComparison setting in settings)
        {
            AddTheory(setting, curves(setting).Training, isTraining: true);
            AddTheory(setting, curves(setting).Generalization, isTraining: false);
        }
        // Every ring lies below every measurement, and a later measurement is smaller: none hides another.
        for (int i = 0; i < settings.Count; i++)
        {
            AddPredictedMark(settings[i].PredictedGeneralizationMark, isTraining: false, i);
            AddPredictedMark(settings[i].PredictedTrainingMark, isTraining: true, i);
        }
        for (int i = 0; i < settings.Count; i++)
        {
            AddMeasuredMark(settings[i].MeasuredGeneralizationMark, isTraining: false, i);
            AddMeasuredMark(settings[i].MeasuredTrainingMark, isTraining: true, i);
        }
        return panel;

        void AddMeasured(ComparedCurve curve, bool isTraining, int setting)
        {
            IReadOnlyList<double> epochs = settings[setting].Epochs;
            panel.Series.Add(
                LearningStyle.Range(
                    colors[setting],
                    DataPoint.Zip(epochs, curve.Upper),
                    DataPoint.Zip(epochs, curve.Lower)
                )
            );
            panel.Series.Add(
                LearningStyle.Measured(colors[setting], isTraining, DataPoint.Zip(epochs, curve.OneReplica))
            );
        }

        void AddTheory(LearningComparison setting, ComparedCurve curve, bool isTraining) =>
            panel.Series.Add(LearningStyle.Theory(isTraining, DataPoint.Zip(setting.Epochs, curve.Theory)));

        void AddPredictedMark(CrossingMark? mark, bool isTraining, int setting)
        {
            if (mark is not null)
                panel.Series.Add(
                    LearningStyle.PredictedMark(
                        colors[setting],
                        isTraining,
                        FigureStyle.PredictedMarkerSize,
                        [At(mark)]
                    )
                );
        }

        void AddMeasuredMark(CrossingMark? mark, bool isTraining, int setting)
        {
            if (mark is not null)
                panel.Series.Add(
                    LearningStyle.MeasuredMark(
                        colors[setting],
                        isTraining,
                        FigureStyle.NestedMarkerSizes[setting],
                        [At(mark)]
                    )
                );
        }

        ScatterPoint At(CrossingMark mark) => new(mark.Epoch, height(mark));
    }
}
