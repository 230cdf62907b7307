using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class WeightDecayLimitsTest
{
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(0.999999)]
    [InlineData(1)]
    [InlineData(1.000001)]
    [InlineData(1.5)]
    [InlineData(100)]
    public void Closed_limits_are_the_expectations(double ratio)
    {
        SpectralMeasure measure = new MarchenkoPastur(ratio).Measure();
        foreach (double decay in new[] { 1e-11, 1e-6, 1e-3, 0.1, 1, 1000 })
        {
            double g = decay / 2;
            double generalization = measure.Expectation(node => 0.5 * Math.Pow(g / (node + g), 2)).Value;
            double training = measure.Expectation(node => 0.5 * node * Math.Pow(g / (node + g), 2)).Value;
            Approximately.Equal(generalization, WeightDecayLimits.GeneralizationLoss(ratio, decay), 1e-9);
            Approximately.Equal(training, WeightDecayLimits.TrainingLoss(ratio, decay), 1e-9);
            Approximately.Equal(
                measure.Expectation(node => 2 * g * node / Math.Pow(node + g, 3)).Value,
                Resolvent.At(ratio, g).HeldSquareSlope,
                1e-9
            );
            var theory = new OneLayerTheory(
                measure,
                new OneLayerParameters
                {
                    SampleRatio = ratio,
                    WeightDecay = decay,
                    OutputDimension = 3,
                }
            );
            Approximately.Equal(generalization / 3, theory.GeneralizationLoss.Final().Value, 1e-14);
            Approximately.Equal(training / 3, theory.TrainingLoss.Final().Value, 1e-14);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    public void Small_decay_is_approached_at_first_order_and_half_of_what_is_printed(double ratio)
    {
        double TrainingError(double decay) =>
            1
            - (
                WeightDecayLimits.TrainingLoss(ratio, decay)
                / WeightDecayLimits.SmallDecayTrainingLoss(ratio, decay)
            );
        double GeneralizationError(double decay) =>
            1
            - (
                WeightDecayLimits.GeneralizationLoss(ratio, decay)
                / WeightDecayLimits.SmallDecayGeneralizationLoss(ratio, decay)
            );
        Assert.Equal(1, Math.Log2(TrainingError(2e-6) / TrainingError(1e-6)), 0.001);
        Assert.Equal(1, Math.Log2(GeneralizationError(2e-6) / GeneralizationError(1e-6)), 0.001);
        Assert.Equal(
            0.5,
            WeightDecayLimits.TrainingLoss(ratio, 1e-7)
                / WeightDecayLimits.TrainingLossAsPrinted(ratio, 1e-7),
            1e-4
        );
        Assert.Equal(
            0.5,
            WeightDecayLimits.GeneralizationLoss(ratio, 1e-7)
                / WeightDecayLimits.GeneralizationLossAsPrinted(ratio, 1e-7),
            1e-4
        );
    }

    [Fact]
    public void Eq_16_is_what_is_printed()
    {
        Approximately.Equal(1e-6 / (4 * 0.1), WeightDecayLimits.TrainingLossAsPrinted(0.9, 1e-3), 1e-15);
        Approximately.Equal(
            1e-6 / (4 * 1e-3),
            WeightDecayLimits.GeneralizationLossAsPrinted(0.9, 1e-3),
            2e-15
        );
        double root = Math.Sqrt(0.9);
        Approximately.Equal(
            Math.Log(1 + root) / (2 * 0.01 * (1 - root) * (1 - root)),
            WeightDecayLimits.DifferenceAsPrinted(0.9, 0.01),
            1e-14
        );
    }

    [Fact]
    public void Vanishing_decay_halves_the_loss_that_overparameterised_students_keep()
    {
        Approximately.Equal(0.5 * (1 - (1 / 1.5)), WeightDecayLimits.GeneralizationLoss(1.5, 1e-14), 1e-12);
        Approximately.Equal(0.5, WeightDecayLimits.GeneralizationLoss(1.5, 1e9), 1e-8);
    }
}
