using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>
/// The two panels that figures 1, 2, 3 and 5 share, losses and accuracies over the epochs, and the legend that
/// explains them once for all.
/// </summary>
internal static class LearningPanels
{
    /// <summary>The colours of the settings, in their order.</summary>
    public delegate PlotColor ColorOf(int setting);

    /// <summary>Losses, log–log.</summary>
    public static PlotModel Losses(
        IReadOnlyList<LearningComparison> settings,
        ColorOf color,
        (double Low, double High) epochs,
        (double Low, double High) losses,
        string? title = null
    )
    {
        var panel = new PlotModel
        {
            Title = title,
            Axes =
            {
                Epochs(epochs),
                new LogarithmicAxis
                {
                    Position = AxisPosition.Left,
                    Title = "loss",
                    Minimum = losses.Low,
                    Maximum = losses.High,
                },
            },
        };
        for (int i = 0; i < settings.Count; i++)
        {
            LearningComparison s = settings[i];
            AddPair(panel, s, s.TrainingLoss, s.GeneralizationLoss, color(i));
            AddMarks(panel, s, color(i), mark => mark.Loss);
        }
        return panel;
    }

    /// <summary>Accuracies over log epochs.</summary>
    public static PlotModel Accuracies(
        IReadOnlyList<LearningComparison> settings,
        ColorOf color,
        (double Low, double High) epochs,
        string? title = null
    )
    {
        var panel = new PlotModel
        {
            Title = title,
            Axes =
            {
                Epochs(epochs),
                new LinearAxis
                {
                    Position = AxisPosition.Left,
                    Title = "accuracy",
                    Minimum = -0.03,
                    Maximum = 1.06,
                    MajorStep = 0.2,
                },
            },
        };
        for (int i = 0; i < settings.Count; i++)
        {
            LearningComparison s = settings[i];
            AddPair(panel, s, s.TrainingAccuracy, s.GeneralizationAccuracy, color(i));
            AddMarks(panel, s, color(i), mark => mark.Accuracy);
        }
        return panel;
    }

    /// <summary>What colours, dashes and markers mean; the same words in every figure.</summary>
    public static IReadOnlyList<PlotSeries> LegendEntries(IEnumerable<string> settings, ColorOf color) =>
        [
            .. settings.Select((title, i) => new AreaSeries { Title = title, Fill = color(i) }),
            new LineSeries
            {
                Title = "training",
                Color = FigureStyle.Grey,
                LineStyle = LineStyle.Dash,
            },
            new LineSeries { Title = "generalisation", Color = FigureStyle.Grey },
            TheoryLine([], isTraining: true, "theory, training"),
            TheoryLine([], isTraining: false, "theory, generalisation"),
            Mark(MarkerType.Diamond, FigureStyle.Grey, filled: true, "*t*^{∗}_{tr} measured"),
            Mark(MarkerType.Diamond, FigureStyle.Grey, filled: false, "predicted"),
            Mark(MarkerType.Star, FigureStyle.Grey, filled: true, "*t*^{∗}_{gen} measured"),
            Mark(MarkerType.Star, FigureStyle.Grey, filled: false, "predicted"),
        ];

    private static LogarithmicAxis Epochs((double Low, double High) range) =>
        new()
        {
            Position = AxisPosition.Bottom,
            Title = "epochs *t*",
            Minimum = range.Low,
            Maximum = range.High,
        };

    private static void AddPair(
        PlotModel panel,
        LearningComparison setting,
        ComparedCurve training,
        ComparedCurve generalization,
        PlotColor color
    )
    {
        foreach (
            (ComparedCurve curve, bool isTraining) in new[] { (training, true), (generalization, false) }
        )
        {
            panel.Series.Add(
                new AreaSeries
                {
                    Points = DataPoint.Zip(setting.Epochs, curve.Upper),
                    Points2 = DataPoint.Zip(setting.Epochs, curve.Lower),
                    Fill = color.WithOpacity(FigureStyle.BandOpacity),
                }
            );
            panel.Series.Add(
                new LineSeries
                {
                    Points = DataPoint.Zip(setting.Epochs, curve.OneReplica),
                    Color = color,
                    LineStyle = isTraining ? LineStyle.Dash : LineStyle.Solid,
                }
            );
            panel.Series.Add(TheoryLine(DataPoint.Zip(setting.Epochs, curve.Theory), isTraining));
        }
    }

    private static LineSeries TheoryLine(DataPoint[] points, bool isTraining, string? title = null) =>
        new()
        {
            Title = title,
            Points = points,
            Color = FigureStyle.Black,
            LineStyle = isTraining ? LineStyle.Dot : LineStyle.Solid,
            StrokeThickness = FigureStyle.TheoryThickness,
        };

    private static void AddMarks(
        PlotModel panel,
        LearningComparison setting,
        PlotColor color,
        Func<CrossingMark, double> ordinate
    )
    {
        Add(setting.PredictedTrainingMark, MarkerType.Diamond, filled: false);
        Add(setting.PredictedGeneralizationMark, MarkerType.Star, filled: false);
        Add(setting.MeasuredTrainingMark, MarkerType.Diamond, filled: true);
        Add(setting.MeasuredGeneralizationMark, MarkerType.Star, filled: true);

        void Add(CrossingMark? mark, MarkerType type, bool filled)
        {
            if (mark is not null)
                panel.Series.Add(
                    Mark(type, color, filled, null, new ScatterPoint(mark.Epoch, ordinate(mark)))
                );
        }
    }

    private static ScatterSeries Mark(
        MarkerType type,
        PlotColor color,
        bool filled,
        string? title,
        params ScatterPoint[] points
    ) =>
        new()
        {
            Title = title,
            Points = points,
            Color = color,
            MarkerType = type,
            MarkerFilled = filled,
            // A prediction lies under its measurement: larger, so that both are seen where they agree.
            MarkerSize = filled ? FigureStyle.MarkerSize : FigureStyle.PredictedMarkerSize,
        };
}
