using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Sets the replicas of one experiment beside the exact theory of the same λ = d_in/N_tr.</summary>
internal static class Comparison
{
    /// <summary>Curves, markers and times of an experiment that recorded curves.</summary>
    /// <param name="sampleRatio">λ as the paper quotes it.</param>
    /// <param name="experiment">The setting.</param>
    /// <param name="replicas">Its results, at least one.</param>
    public static CurveComparison OfCurves(
        double sampleRatio,
        OneLayerExperiment experiment,
        IReadOnlyList<OneLayerResult> replicas
    )
    {
        var theory = new OneLayerTheory(experiment.ToTheory());
        LearningCurves[] curves = [.. replicas.Select(replica => replica.Curves!)];
        double[] epochs = [.. curves[0].Grid.Epochs.Select(epoch => (double)epoch)];
        double[] trainingLoss = [.. epochs.Select(t => theory.TrainingLoss.At(t).Value)];
        double[] generalizationLoss = [.. epochs.Select(t => theory.GeneralizationLoss.At(t).Value)];
        GrokkingTime first = replicas[0].GrokkingTime;
        GrokkingTimeComparison times = OfTimes(sampleRatio, experiment, replicas);
        double predictedLoss = AccuracyLaw.ThresholdLoss(experiment.OutputDimension, experiment.Criterion);
        return new CurveComparison
        {
            SampleRatio = sampleRatio,
            TrainingSamples = experiment.TrainingSamples,
            OutputDimension = experiment.OutputDimension,
            WeightDecay = experiment.WeightDecay,
            Epochs = epochs,
            TrainingLoss = Compare(one => one.TrainingLoss, trainingLoss),
            GeneralizationLoss = Compare(one => one.GeneralizationLoss, generalizationLoss),
            TrainingAccuracy = Compare(one => one.TrainingAccuracy, Accuracies(trainingLoss)),
            GeneralizationAccuracy = Compare(
                one => one.GeneralizationAccuracy,
                Accuracies(generalizationLoss)
            ),
            Times = times,
            MeasuredTrainingMark = Measured(first.Training, curves[0].TrainingLoss),
            MeasuredGeneralizationMark = Measured(first.Generalization, curves[0].GeneralizationLoss),
            PredictedTrainingMark = Predicted(times.Training.Theory),
            PredictedGeneralizationMark = Predicted(times.Generalization.Theory),
        };

        ComparedCurve Compare(Func<LearningCurves, IReadOnlyList<double>> curve, double[] predicted)
        {
            var measured = Ensemble.Of(curves, curve);
            return new(measured.Line, measured.Mean, measured.Lower, measured.Upper, predicted);
        }

        double[] Accuracies(double[] losses) =>
            [
                .. losses.Select(loss =>
                    AccuracyLaw.Accuracy(loss, experiment.OutputDimension, experiment.Criterion.Epsilon)
                ),
            ];

        CrossingMark? Measured(ThresholdCrossing crossing, IReadOnlyList<double> losses) =>
            crossing is ThresholdCrossing.Reached { Epoch: var epoch }
                ? new CrossingMark(
                    epoch,
                    LogLog.Interpolate(epochs, losses, epoch),
                    experiment.Criterion.Level
                )
                : null;

        CrossingMark? Predicted(double? time) =>
            time > 0 ? new CrossingMark(time.Value, predictedLoss, experiment.Criterion.Level) : null;
    }

    /// <summary>Times alone.</summary>
    public static GrokkingTimeComparison OfTimes(
        double sampleRatio,
        OneLayerExperiment experiment,
        IReadOnlyList<OneLayerResult> replicas
    )
    {
        OneLayerParameters parameters = experiment.ToTheory();
        GrokkingTimePrediction exact = GrokkingTheory.Predict(
            new OneLayerTheory(parameters),
            experiment.Criterion
        );
        GrokkingTime[] drawn =
        [
            .. replicas.Select(replica =>
                GrokkingTheory.Times(
                    new OneLayerTheory(SpectralMeasure.Of(replica.Eigenvalues), parameters),
                    experiment.Criterion
                )
            ),
        ];
        return new GrokkingTimeComparison(
            sampleRatio,
            experiment.TrainingSamples,
            experiment.OutputDimension,
            experiment.WeightDecay,
            experiment.Criterion.Epsilon,
            Compare(time => time.Training.Time, exact.TrainingSpread),
            Compare(time => time.Generalization.Time, exact.GeneralizationSpread),
            Compare(time => time.Difference, exact.DifferenceSpread),
            AsymptoticGrokkingTime.Difference(parameters)
        );

        TimeComparison Compare(Func<GrokkingTime, double?> time, double? spread)
        {
            double?[] measured = [.. replicas.Select(replica => time(replica.GrokkingTime))];
            return new TimeComparison(
                measured,
                SampleSummary.OfAll(measured),
                time(exact.Time),
                spread,
                SampleSummary.OfAll([.. drawn.Select(time)])?.Mean
            );
        }
    }
}
