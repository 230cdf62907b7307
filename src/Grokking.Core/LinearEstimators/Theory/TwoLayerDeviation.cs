using Grokking.Curves;

namespace Grokking.LinearEstimators.Theory;

/// <summary>How far measured losses stray from a prediction, max |log(measured/predicted)| over the recorded epochs.</summary>
/// <param name="Training">Of L_tr; not negative, log 2 for a factor of 2 either way.</param>
/// <param name="Generalization">Of L_gen over all inputs.</param>
public sealed record TwoLayerDeviation(double Training, double Generalization)
{
    /// <summary>Compares at every epoch of the curves.</summary>
    /// <param name="measured">Losses, all positive.</param>
    /// <param name="predicted">The theory of the same setting, or that of the linear network.</param>
    public static TwoLayerDeviation Of(LearningCurves measured, TwoLayerTheory predicted)
    {
        return new(
            Largest(measured.TrainingLoss, Epochs(time => predicted.TrainingLoss(time).Value)),
            Largest(measured.GeneralizationLoss, Epochs(time => predicted.GeneralizationLoss(time).Value))
        );

        IEnumerable<double> Epochs(Func<double, double> theory) =>
            measured.Grid.Epochs.Select(epoch => theory(epoch));
    }

    /// <summary>Compares at every epoch with the losses of another network.</summary>
    /// <param name="measured">Losses, all positive.</param>
    /// <param name="other">Losses at the same epochs, all positive.</param>
    public static TwoLayerDeviation Of(LearningCurves measured, LearningCurves other) =>
        new(
            Largest(measured.TrainingLoss, other.TrainingLoss),
            Largest(measured.GeneralizationLoss, other.GeneralizationLoss)
        );

    private static double Largest(IReadOnlyList<double> losses, IEnumerable<double> others) =>
        losses.Zip(others, (loss, other) => Math.Abs(Math.Log(loss / other))).Max();
}
