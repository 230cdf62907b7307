using Grokking.Curves;

namespace Grokking.Tests.Curves;

public class EnsembleTests
{
    [Fact]
    public void SummaryOfNumbersKnownByHand()
    {
        var summary = SampleSummary.Of([1, 2, 3, 6]);
        Assert.Equal(4, summary.Count);
        Assert.Equal(3, summary.Mean);
        Assert.Equal(Math.Sqrt(14.0 / 3), summary.StandardDeviation!.Value, 1e-15); // squares 4, 1, 0, 9 over n − 1
        Assert.Equal(Math.Sqrt(14.0 / 12), summary.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void OneNumberHasNoSpread() => Assert.Equal(new(1, 5, null), SampleSummary.Of([5]));

    [Fact]
    public void SummaryRefusesNothingAndNaN()
    {
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([]));
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([1, double.NaN]));
    }

    [Fact]
    public void SummaryShiftsAndScales()
    {
        double[] values = [0.3, -1.2, 4.5, 2.2];
        var before = SampleSummary.Of(values);
        var after = SampleSummary.Of([.. values.Select(value => 10 - (2 * value))]);
        Assert.Equal(10 - (2 * before.Mean), after.Mean, 1e-14); // rounding
        Assert.Equal(2 * before.StandardDeviation!.Value, after.StandardDeviation!.Value, 1e-14);
    }

    [Fact]
    public void BandHoldsAllReplicasAndTheLineIsTheFirst()
    {
        var ensemble = Ensemble.Of([Curves(4, 1), Curves(1, 3), Curves(1, 5)], curves => curves.TrainingLoss);
        Assert.Equal([4, 1], ensemble.Line);
        Assert.Equal([2, 3], ensemble.Mean);
        Assert.Equal([1, 1], ensemble.Lower);
        Assert.Equal([4, 5], ensemble.Upper);
        Assert.Equal([1L, 10L], ensemble.Grid.Epochs);
    }

    [Fact]
    public void RefusesReplicasOnDifferentEpochs()
    {
        var other = Curves(1, 2) with { Grid = TimeGrid.Logarithmic(20, 1) };
        Assert.Throws<ArgumentException>(() =>
            Ensemble.Of([Curves(1, 2), other], curves => curves.TrainingLoss)
        );
        Assert.Throws<ArgumentException>(() => Ensemble.Of([], curves => curves.TrainingLoss));
    }

    private static LearningCurves Curves(params double[] loss) =>
        new(TimeGrid.Logarithmic(10, 1), loss, [7, 7], [0, 0], [0, 0]);
}
