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
            Largest(measured.TrainingLoss, time => predicted.TrainingLoss(time).Value),
            Largest(measured.GeneralizationLoss, time => predicted.GeneralizationLoss(time).Value)
        );

        double Largest(IReadOnlyList<double> losses, Func<double, double> theory) =>
            measured.Grid.Epochs.Zip(losses, (epoch, loss) => Math.Abs(Math.Log(loss / theory(epoch)))).Max();
    }
}
