using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Studies;

/// <summary>How many epochs a replica spends inside the predicted spread, of curves made to lie in and out of it.</summary>
public sealed class LossDeviationTests
{
    private static readonly LossCurve Theory = new OneLayerTheory(
        new OneLayerParameters { SampleRatio = 0.9, InputDimension = 200 }
    ).TrainingLoss;

    private static readonly TimeGrid Grid = TimeGrid.Logarithmic(100, 5);

    [Fact]
    public void Each_replica_is_inside_for_a_share_of_the_epochs_of_its_own()
    {
        LossDeviation deviation = Of(
            threshold: 0,
            _ => 1.99,
            _ => -1.99,
            _ => 2.01,
            i => i % 2 == 0 ? 0 : -2.01
        );
        int epochs = Grid.Epochs.Count;
        Assert.Equal([1, 1, 0, ((epochs + 1) / 2) / (double)epochs], deviation.SharesInside);
        Assert.Equal(epochs, deviation.LogRatio.Count);
    }

    [Fact]
    public void Without_epochs_above_the_threshold_there_are_no_shares() =>
        Assert.Empty(Of(threshold: 10, _ => 0).SharesInside);

    /// <summary>Replicas that are a number of predicted standard deviations off at each epoch.</summary>
    private static LossDeviation Of(double threshold, params Func<int, double>[] off) =>
        LossDeviation.Of([.. off.Select(Curves)], curves => curves.TrainingLoss, Theory, threshold);

    private static LearningCurves Curves(Func<int, double> off)
    {
        double[] losses =
        [
            .. Grid.Epochs.Select(
                (t, i) => Theory.At(t).Value * Math.Exp(off(i) * Math.Sqrt(Theory.RelativeVariance(t)))
            ),
        ];
        return new LearningCurves(Grid, losses, losses, losses, losses);
    }
}
