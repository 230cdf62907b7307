using Grokking.Curves;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How far a measured loss lies from theory, as long as theory's is at least L*; a value an epoch.</summary>
/// <param name="Epochs">The recorded epochs with L ≥ L* in theory: until the level of accuracy is reached.</param>
/// <param name="Spread">Predicted standard deviation of log L from draw to draw at a given spectrum.</param>
/// <param name="LogRatio">log(L measured / L theory) over replicas.</param>
public sealed record LossDeviation(
    IReadOnlyList<double> Epochs,
    IReadOnlyList<double> Spread,
    IReadOnlyList<SampleSummary> LogRatio
)
{
    /// <summary>Compares one loss.</summary>
    internal static LossDeviation Of(
        IReadOnlyList<LearningCurves> replicas,
        Func<LearningCurves, IReadOnlyList<double>> loss,
        LossCurve theory,
        double threshold
    )
    {
        IReadOnlyList<long> epochs = replicas[0].Grid.Epochs;
        double[] predicted = [.. epochs.Select(t => theory.At(t).Value)];
        int[] seen = [.. Enumerable.Range(0, epochs.Count).Where(i => predicted[i] >= threshold)];
        return new LossDeviation(
            [.. seen.Select(i => (double)epochs[i])],
            [.. seen.Select(i => Math.Sqrt(theory.RelativeVariance(epochs[i])))],
            [
                .. seen.Select(i =>
                    SampleSummary.Of([.. replicas.Select(one => Math.Log(loss(one)[i] / predicted[i]))])
                ),
            ]
        );
    }
}
