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
        double threshold = AccuracyLaw.ThresholdLoss(experiment.OutputDimension, experiment.Criterion);
        return new CurveComparison
        {
            SampleRatio = sampleRatio,
            TrainingSamples = experiment.TrainingSamples,
            TestSamples = experiment.TestSamples,
            OutputDimension = experiment.OutputDimension,
            WeightDecay = experiment.WeightDecay,
            Curves = LearningComparison.Of(
                curves,
                [.. replicas.Select(replica => replica.GrokkingTime)],
                t => theory.TrainingLoss.At(t).Value,
                t => theory.GeneralizationLoss.At(t).Value,
                GrokkingTheory.Times(theory, experiment.Criterion),
                experiment.OutputDimension,
                experiment.Criterion
            ),
            TrainingDeviation = LossDeviation.Of(
                curves,
                one => one.TrainingLoss,
                theory.TrainingLoss,
                threshold
            ),
            GeneralizationDeviation = LossDeviation.Of(
                curves,
                one => one.GeneralizationLoss,
                theory.GeneralizationLoss,
                threshold
            ),
            Times = OfTimes(sampleRatio, experiment, replicas),
        };
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
