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
    /// <summary>How many predicted standard deviations to each side count as inside the spread.</summary>
    public const double Band = 2;

    /// <summary>
    /// Of each replica, the share of these epochs at which it is itself inside the spread of one draw,
    /// |log(L measured / L theory)| ≤ <see cref="Band"/> × Spread; none if there are no such epochs.
    /// </summary>
    public IReadOnlyList<double> SharesInside { get; init; } = [];

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
        double[] spread = [.. seen.Select(i => Math.Sqrt(theory.RelativeVariance(epochs[i])))];
        double[][] ratios =
        [
            .. replicas.Select(one => seen.Select(i => Math.Log(loss(one)[i] / predicted[i])).ToArray()),
        ];
        return new LossDeviation(
            [.. seen.Select(i => (double)epochs[i])],
            spread,
            [.. seen.Select((_, at) => SampleSummary.Of([.. ratios.Select(one => one[at])]))]
        )
        {
            SharesInside =
                seen.Length == 0
                    ? []
                    :
                    [
                        .. ratios.Select(one =>
                            one.Where((ratio, at) => Math.Abs(ratio) <= Band * spread[at]).Count()
                            / (double)seen.Length
                        ),
                    ],
        };
    }
}
