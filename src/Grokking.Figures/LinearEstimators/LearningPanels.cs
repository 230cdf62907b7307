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

    /// <summary>Losses, log–log; a colour a setting.</summary>
    public static PlotModel Losses(
        IReadOnlyList<LearningComparison> settings,
        PlotColor[] colors,
        (double Low, double High) epochs,
        (double Low, double High) losses,
        string? title = null,
        PlotModel? below = null
    )
    {
        var ordinate = new LogarithmicAxis
        {
            Position = AxisPosition.Left,
            Title = "loss",
            Minimum = losses.Low,
            Maximum = losses.High,
        };
        PlotModel panel = Empty(title, epochs, ordinate, below);
        Fill(
            panel,
            LearningSide.Of(settings, s => s.TrainingLoss, s => s.GeneralizationLoss, mark => mark.Loss),
            colors
        );
        return panel;
    }

    /// <summary>Accuracies over log epochs.</summary>
    public static PlotModel Accuracies(
        IReadOnlyList<LearningComparison> settings,
        PlotColor[] colors,
        (double Low, double High) epochs,
        double lowest = BelowAccuracies,
        string? title = null
    )
    {
        var ordinate = new LinearAxis
        {
            Position = AxisPosition.Left,
            Title = "accuracy",
            Minimum = lowest,
            Maximum = 1.06,
        };
        PlotModel panel = Empty(title, epochs, ordinate);
        Fill(
            panel,
            LearningSide.Of(
                settings,
                s => s.TrainingAccuracy,
                s => s.GeneralizationAccuracy,
                mark => mark.Accuracy
            ),
            colors
        );
        return panel;
    }

    /// <summary>The abscissa.</summary>
    private static LogarithmicAxis Epochs((double Low, double High) ends) =>
        new()
        {
            Position = AxisPosition.Bottom,
            Title = "epochs *t*",
            Minimum = ends.Low,
            Maximum = ends.High,
        };

    private static PlotModel Empty(
        string? title,
        (double Low, double High) epochs,
        Axis ordinate,
        PlotModel? below = null
    ) =>
        new()
        {
            Title = title,
            Axes = { Epochs(epochs), ordinate },
            Below = below,
            Legend = new Legend(),
        };

    /// <summary>No measured curve covers a theory, no ring a measured mark; marks in one place are nested.</summary>
    private static void Fill(PlotModel panel, LearningSide[] sides, PlotColor[] colors)
    {
        Add(side =>
            LearningStyle.Range(colors[side.Setting], Points(side, c => c.Upper), Points(side, c => c.Lower))
        );
        Add(side =>
            LearningStyle.Measured(colors[side.Setting], side.IsTraining, Points(side, c => c.OneReplica))
        );
        Add(side => LearningStyle.Theory(side.IsTraining, Points(side, c => c.Theory)));
        Add(side => LearningStyle.PredictedMark(colors[side.Setting], side.IsTraining, side.Predicted));
        Add(side => LearningStyle.MeasuredMark(colors[side.Setting], side.IsTraining, side.Measured));

        void Add(Func<LearningSide, PlotSeries> series)
        {
            foreach (LearningSide side in sides)
                panel.Series.Add(series(side));
        }
    }

    private static DataPoint[] Points(LearningSide side, Func<ComparedCurve, IReadOnlyList<double>> values) =>
        DataPoint.Zip(side.Epochs, values(side.Curve));
}
