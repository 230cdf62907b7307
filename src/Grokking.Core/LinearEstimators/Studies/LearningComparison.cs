using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Losses and accuracies of one setting while it learns, measured over replicas and predicted.</summary>
public sealed record LearningComparison
{
    /// <summary>ε of the accuracies below.</summary>
    public required double Epsilon { get; init; }

    /// <summary>The accuracy at which the marks below stand.</summary>
    public required double Level { get; init; }

    /// <summary>The epochs at which everything below is given.</summary>
    public required IReadOnlyList<double> Epochs { get; init; }

    /// <summary>L_tr, eq. 1.</summary>
    public required ComparedCurve TrainingLoss { get; init; }

    /// <summary>L_gen over the input distribution, eq. 2.</summary>
    public required ComparedCurve GeneralizationLoss { get; init; }

    /// <summary>Fraction of training samples that are correct.</summary>
    public required ComparedCurve TrainingAccuracy { get; init; }

    /// <summary>Fraction of fresh samples that are correct.</summary>
    public required ComparedCurve GeneralizationAccuracy { get; init; }

    /// <summary>L_tr at the last epoch over replicas.</summary>
    public required SampleSummary FinalTrainingLoss { get; init; }

    /// <summary>L_gen at the last epoch over replicas.</summary>
    public required SampleSummary FinalGeneralizationLoss { get; init; }

    /// <summary>
    /// Measured training accuracy less what eq. 13 makes of the replica's own L_tr, over replicas, at every epoch.
    /// </summary>
    public required IReadOnlyList<SampleSummary> TrainingAccuracyResidual { get; init; }

    /// <summary>The same of the accuracy on fresh samples and the replica's own L_gen.</summary>
    public required IReadOnlyList<SampleSummary> GeneralizationAccuracyResidual { get; init; }

    /// <summary>The replicas at their t*_tr; null unless every one gets there by the last epoch.</summary>
    public required CrossingMark? MeasuredTrainingMark { get; init; }

    /// <summary>The replicas at their t*_gen; null unless every one gets there by the last epoch.</summary>
    public required CrossingMark? MeasuredGeneralizationMark { get; init; }

    /// <summary>Theory at its t*_tr; null if there is none.</summary>
    public required CrossingMark? PredictedTrainingMark { get; init; }

    /// <summary>Theory at its t*_gen; null if there is none.</summary>
    public required CrossingMark? PredictedGeneralizationMark { get; init; }

    /// <summary>Sets replicas beside a theory of their losses; accuracies follow from the losses.</summary>
    internal static LearningComparison Of(
        IReadOnlyList<LearningCurves> replicas,
        IReadOnlyList<GrokkingTime> measured,
        Func<double, double> trainingLoss,
        Func<double, double> generalizationLoss,
        GrokkingTime predicted,
        int outputDimension,
        AccuracyCriterion criterion
    )
    {
        double[] epochs = [.. replicas[0].Grid.Epochs.Select(epoch => (double)epoch)];
        double[] training = [.. epochs.Select(trainingLoss)];
        double[] generalization = [.. epochs.Select(generalizationLoss)];
        double predictedLoss = AccuracyLaw.ThresholdLoss(outputDimension, criterion);
        return new LearningComparison
        {
            Epsilon = criterion.Epsilon,
            Level = criterion.Level,
            Epochs = epochs,
            TrainingLoss = Compare(one => one.TrainingLoss, training),
            GeneralizationLoss = Compare(one => one.GeneralizationLoss, generalization),
            TrainingAccuracy = Compare(one => one.TrainingAccuracy, Accuracies(training)),
            GeneralizationAccuracy = Compare(one => one.GeneralizationAccuracy, Accuracies(generalization)),
            FinalTrainingLoss = SampleSummary.Of([.. replicas.Select(one => one.TrainingLoss[^1])]),
            FinalGeneralizationLoss = SampleSummary.Of([
                .. replicas.Select(one => one.GeneralizationLoss[^1]),
            ]),
            TrainingAccuracyResidual = Residual(one => one.TrainingLoss, one => one.TrainingAccuracy),
            GeneralizationAccuracyResidual = Residual(
                one => one.GeneralizationLoss,
                one => one.GeneralizationAccuracy
            ),
            MeasuredTrainingMark = Measured(time => time.Training, one => one.TrainingLoss),
            MeasuredGeneralizationMark = Measured(time => time.Generalization, one => one.GeneralizationLoss),
            PredictedTrainingMark = Predicted(predicted.Training),
            PredictedGeneralizationMark = Predicted(predicted.Generalization),
        };

        ComparedCurve Compare(Func<LearningCurves, IReadOnlyList<double>> curve, double[] theory)
        {
            var ensemble = Ensemble.Of(replicas, curve);
            return new(ensemble.Line, ensemble.Mean, ensemble.Lower, ensemble.Upper, theory);
        }

        double[] Accuracies(double[] losses) => [.. losses.Select(Accuracy)];

        double Accuracy(double loss) => AccuracyLaw.Accuracy(loss, outputDimension, criterion.Epsilon);

        SampleSummary[] Residual(
            Func<LearningCurves, IReadOnlyList<double>> loss,
            Func<LearningCurves, IReadOnlyList<double>> accuracy
        ) =>
            [
                .. epochs.Select(
                    (_, i) =>
                        SampleSummary.Of([
                            .. replicas.Select(one => accuracy(one)[i] - Accuracy(loss(one)[i])),
                        ])
                ),
            ];

        CrossingMark? Measured(
            Func<GrokkingTime, ThresholdCrossing> side,
            Func<LearningCurves, IReadOnlyList<double>> loss
        )
        {
            double[] times =
            [
                .. measured
                    .Select(side)
                    .OfType<ThresholdCrossing.Reached>()
                    .Select(reached => reached.Epoch)
                    .Where(epoch => epoch <= epochs[^1]),
            ];
            if (times.Length < replicas.Count)
                return null;
            var time = SampleSummary.Of(times);
            double[] losses = [.. replicas.Zip(times, (one, t) => LogLog.Interpolate(epochs, loss(one), t))];
            return new CrossingMark(
                time.Mean,
                SampleSummary.Of(losses).Mean,
                criterion.Level,
                time.Lower,
                time.Upper
            );
        }

        CrossingMark? Predicted(ThresholdCrossing crossing) =>
            crossing is ThresholdCrossing.Reached { Epoch: var epoch }
                ? new CrossingMark(epoch, predictedLoss, criterion.Level)
                : null;
    }

    /// <summary>The panels "losses" and "accuracies" of several settings that share their epochs.</summary>
    internal static IEnumerable<DataTable> Tables(
        IReadOnlyList<(string Label, LearningComparison Curves)> settings
    )
    {
        var epochs = DataColumn.Of("epoch", settings[0].Curves.Epochs);
        yield return new DataTable(
            "losses",
            [
                epochs,
                .. settings.SelectMany(s =>
                    s.Curves.TrainingLoss.Columns($"training-loss[{s.Label}]")
                        .Concat(s.Curves.GeneralizationLoss.Columns($"generalization-loss[{s.Label}]"))
                ),
            ]
        );
        yield return new DataTable(
            "accuracies",
            [
                epochs,
                .. settings.SelectMany(s =>
                    s.Curves.TrainingAccuracy.Columns($"training-accuracy[{s.Label}]")
                        .Concat(
                            s.Curves.GeneralizationAccuracy.Columns($"generalization-accuracy[{s.Label}]")
                        )
                ),
            ]
        );
    }
}
