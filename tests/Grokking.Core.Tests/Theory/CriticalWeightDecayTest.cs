using Grokking.Core.Tests.Numerics;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class CriticalWeightDecayTest
{
    [Theory]
    [InlineData(0.1, 1, 1e-3)]
    [InlineData(0.9, 1, 1e-9)]
    [InlineData(0.9, 50, 1e-3)]
    [InlineData(0.999999, 1, 1e-3)]
    [InlineData(1, 1, 1e-6)]
    [InlineData(1.01, 5, 0.1)]
    public void Below_it_the_level_is_reached_and_above_it_never(double ratio, int outputs, double epsilon)
    {
        var criterion = new AccuracyCriterion { Epsilon = epsilon };
        var critical = Assert.IsType<CriticalWeightDecay.At>(
            CriticalWeightDecay.Find(ratio, outputs, criterion)
        );
        ThresholdCrossing At(double decay) =>
            GrokkingTheory
                .Times(
                    new OneLayerTheory(
                        new OneLayerParameters
                        {
                            SampleRatio = ratio,
                            OutputDimension = outputs,
                            WeightDecay = decay,
                        }
                    ),
                    criterion
                )
                .Generalization;
        Assert.IsType<ThresholdCrossing.Reached>(At(critical.WeightDecay * (1 - 1e-9)));
        Assert.IsType<ThresholdCrossing.Never>(At(critical.WeightDecay * (1 + 1e-9)));
        Approximately.Equal(
            outputs * AccuracyLaw.ThresholdLoss(outputs, criterion),
            WeightDecayLimits.GeneralizationLoss(ratio, critical.WeightDecay),
            1e-12
        );
    }

    [Theory]
    [InlineData(0.9, 1, typeof(CriticalWeightDecay.NeverSaturates))] // the loss for γ → ∞
    [InlineData(2, 0.5, typeof(CriticalWeightDecay.AlwaysSaturates))] // for γ → 0, 1 − 1/λ of it
    public void A_level_that_is_only_approached_is_not_reached(double ratio, double share, Type outcome)
    {
        int hit = 0;
        for (int outputs = 1; outputs <= 20; outputs++)
        {
            // L* is proportional to ε: of the neighbours of the right one some give 2 d_out L* = share to the bit.
            double unit = AccuracyLaw.ThresholdLoss(outputs, new AccuracyCriterion { Epsilon = 1 });
            double epsilon = share / (2 * outputs * unit);
            foreach (
                double near in new[] { double.BitDecrement(epsilon), epsilon, double.BitIncrement(epsilon) }
            )
            {
                var criterion = new AccuracyCriterion { Epsilon = near };
                if (2 * outputs * AccuracyLaw.ThresholdLoss(outputs, criterion) != share)
                    continue;
                Assert.IsType(outcome, CriticalWeightDecay.Find(ratio, outputs, criterion));
                hit++;
            }
        }
        Assert.True(hit > 0);
    }

    [Fact]
    public void An_easy_task_has_none()
    {
        Assert.IsType<CriticalWeightDecay.NeverSaturates>(
            CriticalWeightDecay.Find(0.9, 700, new AccuracyCriterion())
        );
    }

    [Fact]
    public void Too_few_samples_saturate_at_any()
    {
        Assert.IsType<CriticalWeightDecay.AlwaysSaturates>(
            CriticalWeightDecay.Find(1.5, 1, new AccuracyCriterion())
        );
    }
}
