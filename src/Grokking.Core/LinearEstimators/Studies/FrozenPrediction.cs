using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What the kernel drawn at epoch 0 lets one expect of replica 0; every list has one value an epoch.</summary>
/// <param name="TrainingLoss">L_tr.</param>
/// <param name="GeneralizationLoss">L_gen.</param>
/// <param name="TrainingAccuracy">The accuracy that follows from L_tr.</param>
/// <param name="GeneralizationAccuracy">The accuracy that follows from L_gen.</param>
public sealed record FrozenPrediction(
    IReadOnlyList<double> TrainingLoss,
    IReadOnlyList<double> GeneralizationLoss,
    IReadOnlyList<double> TrainingAccuracy,
    IReadOnlyList<double> GeneralizationAccuracy
)
{
    internal static FrozenPrediction Of(
        TwoLayerTheory theory,
        IReadOnlyList<double> epochs,
        TwoLayerExperiment setting
    )
    {
        double[] training = [.. epochs.Select(t => theory.TrainingLoss(t).Value)];
        double[] generalization = [.. epochs.Select(t => theory.GeneralizationLoss(t).Value)];
        return new FrozenPrediction(
            training,
            generalization,
            Accuracies(training),
            Accuracies(generalization)
        );

        double[] Accuracies(double[] losses) =>
            [
                .. losses.Select(loss =>
                    AccuracyLaw.Accuracy(loss, setting.OutputDimension, setting.Criterion.Epsilon)
                ),
            ];
    }
}
