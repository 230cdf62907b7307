using Grokking.Curves;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.Tests.LinearEstimators;

/// <summary>Settings as a study would compare them, with curves that are easy to tell apart.</summary>
internal static class SampleComparisons
{
    /// <summary>Several settings that all reach the level at the same epochs, but for a last one that never does.</summary>
    public static LearningComparison[] Of(int count, int replicas = 7, double epsilon = 1e-3) =>
        [.. Enumerable.Range(0, count).Select(i => One(i == count - 1, replicas, epsilon))];

    private static LearningComparison One(bool neverGeneralizes, int replicas, double epsilon)
    {
        double[] epochs = [1, 10, 100, 1000];
        var summary = SampleSummary.Of([.. Enumerable.Repeat(1.0, replicas)]);
        return new LearningComparison
        {
            Epsilon = epsilon,
            Level = 0.9,
            Epochs = epochs,
            TrainingLoss = Curve(0.1),
            GeneralizationLoss = Curve(0.2),
            TrainingAccuracy = Curve(0.3),
            GeneralizationAccuracy = Curve(0.4),
            FinalTrainingLoss = summary,
            FinalGeneralizationLoss = summary,
            TrainingAccuracyResidual = [.. epochs.Select(_ => summary)],
            GeneralizationAccuracyResidual = [.. epochs.Select(_ => summary)],
            MeasuredTrainingMark = new CrossingMark(20, 0.01, 0.9, 15, 25),
            PredictedTrainingMark = new CrossingMark(21, 0.01, 0.9),
            MeasuredGeneralizationMark = neverGeneralizes ? null : new CrossingMark(200, 0.01, 0.9),
            PredictedGeneralizationMark = neverGeneralizes ? null : new CrossingMark(210, 0.01, 0.9),
        };

        ComparedCurve Curve(double value)
        {
            double[] same = [.. epochs.Select(_ => value)];
            return new(
                same,
                same,
                [.. epochs.Select(_ => value / 2)],
                [.. epochs.Select(_ => 2 * value)],
                same
            );
        }
    }
}
