using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Training or generalisation of one setting: a curve with its marks.</summary>
/// <param name="Setting">Which setting.</param>
/// <param name="IsTraining">Whether training.</param>
/// <param name="Epochs">The abscissae of the curve.</param>
/// <param name="Curve">Losses or accuracies.</param>
/// <param name="Measured">t* over replicas with its standard deviation, if there is one.</param>
/// <param name="Predicted">t* by theory, if there is one.</param>
internal sealed record LearningSide(
    int Setting,
    bool IsTraining,
    IReadOnlyList<double> Epochs,
    ComparedCurve Curve,
    ScatterPoint[] Measured,
    ScatterPoint[] Predicted
)
{
    /// <summary>Both sides of every setting, training first: its diamonds are to be seen around the stars.</summary>
    public static LearningSide[] Of(
        IReadOnlyList<LearningComparison> settings,
        Func<LearningComparison, ComparedCurve> training,
        Func<LearningComparison, ComparedCurve> generalization,
        Func<CrossingMark, double> height
    )
    {
        var sides = new List<LearningSide>();
        for (int i = 0; i < settings.Count; i++)
        {
            LearningComparison s = settings[i];
            sides.Add(
                new(
                    i,
                    IsTraining: true,
                    s.Epochs,
                    training(s),
                    At(s.MeasuredTrainingMark),
                    At(s.PredictedTrainingMark)
                )
            );
            sides.Add(
                new(
                    i,
                    IsTraining: false,
                    s.Epochs,
                    generalization(s),
                    At(s.MeasuredGeneralizationMark),
                    At(s.PredictedGeneralizationMark)
                )
            );
        }
        return [.. sides];

        ScatterPoint[] At(CrossingMark? mark) =>
            mark is null
                ? []
                : [new(mark.Epoch, height(mark)) { LowerX = mark.LowerEpoch, UpperX = mark.UpperEpoch }];
    }
}
