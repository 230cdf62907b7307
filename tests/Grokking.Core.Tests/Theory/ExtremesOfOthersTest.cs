using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

/// <summary>What theory promises of two layers, of label noise and of the longest Δt, over the whole of their ranges.</summary>
public sealed class ExtremesOfOthersTest
{
    private static readonly Random Random = new(20231016);

    /// <summary>Uniform in the logarithm, and one in ten each of the ends.</summary>
    private static double Pick(double low, double high) =>
        Random.Next(10) switch
        {
            0 => low,
            1 => high,
            _ => Math.Clamp(low * Math.Pow(high / low, Random.NextDouble()), low, high),
        };

    [Fact]
    public void Two_layers_are_finite_or_named_and_fall_from_their_start()
    {
        for (int i = 0; i < 300; i++)
        {
            var experiment = new TwoLayerExperiment
            {
                InputDimension = (int)Pick(10, 20_000),
                TrainingSamples = (int)Pick(10, 20_000),
                TestSamples = 1,
                HiddenWidth = (int)Pick(1, 20_000),
                OutputDimension = (int)Pick(1, 1000),
                LearningRate = Pick(1e-9, 1e3),
                Gain = Random.Next(2) == 0 ? 0 : Pick(1e-3, 1e3),
                Criterion = new() { Epsilon = Pick(1e-15, 10), Level = Pick(0.01, 0.999) },
                LastEpoch = 1,
                PointsPerDecade = 1,
            };
            var theory = TwoLayerTheory.Expected(experiment);
            double slope = TwoLayerTheory.MeanSlope(experiment);
            Assert.True(slope is > 0 and <= 1, $"{experiment}: m = {slope}");
            double before = double.PositiveInfinity;
            foreach (double time in new[] { 0, 1, 1e3, 1e6, 1e12 })
            {
                double loss = theory.GeneralizationLoss(time).Value;
                Assert.True(double.IsFinite(loss) && loss >= 0 && loss <= before, $"{experiment}: {loss}");
                Assert.True(theory.TrainingLoss(time).Value <= loss * (1 + 1e-9), $"{experiment}");
                // Rounding of a difference of two terms, each no larger than what the errors say.
                double change = theory.WeightsChange(time).Value;
                Assert.True(change <= theory.WeightsChange(time).Error, $"{experiment}: {change}");
                before = loss;
            }
            GrokkingTime times = theory.Times(experiment.Criterion);
            foreach (ThresholdCrossing crossing in new[] { times.Training, times.Generalization })
                Assert.True(
                    crossing
                        is ThresholdCrossing.Reached { Epoch: > 0 and < double.PositiveInfinity }
                            or ThresholdCrossing.Initially
                            or ThresholdCrossing.Never,
                    $"{experiment}: {crossing}"
                );
            if (times.Difference is { } difference)
                Assert.True(difference >= -1e-9 * times.Training.Time, $"{experiment}: Δt = {difference}");
        }
    }

    [Fact]
    public void Label_noise_only_adds()
    {
        for (int i = 0; i < 300; i++)
        {
            var parameters = new OneLayerParameters
            {
                SampleRatio = Pick(1e-3, 100),
                WeightDecay = Random.Next(2) == 0 ? 0 : Pick(1e-9, 1),
                OutputDimension = (int)Pick(1, 1000),
                LearningRate = Pick(1e-9, 1e3),
            };
            var clean = new OneLayerTheory(parameters);
            var noisy = new LabelNoiseTheory(parameters, Pick(1e-6, 1e3));
            double before = 0;
            foreach (double time in new[] { 0, 1, 1e3, 1e6, 1e12 })
            {
                double excess = noisy.GeneralizationExcess(time);
                Assert.True(double.IsFinite(excess) && excess >= before, $"{parameters}, {time}: {excess}");
                Assert.True(noisy.TrainingLoss(time) >= clean.TrainingLoss.At(time).Value, $"{parameters}");
                before = excess;
            }
        }
    }

    [Fact]
    public void The_longest_difference_is_the_longest_of_all_or_none()
    {
        const int Largest = 20;
        for (int i = 0; i < 100; i++)
        {
            var parameters = new OneLayerParameters
            {
                SampleRatio = Pick(1e-3, 100),
                WeightDecay = Random.Next(2) == 0 ? 0 : Pick(1e-9, 1),
                LearningRate = Pick(1e-9, 1e3),
            };
            var criterion = new AccuracyCriterion { Epsilon = Pick(1e-15, 10), Level = Pick(0.01, 0.999) };
            SpectralMeasure measure = new MarchenkoPastur(parameters.SampleRatio).Measure();
            double?[] differences =
            [
                .. Enumerable
                    .Range(1, Largest)
                    .Select(outputs =>
                        GrokkingTheory
                            .Times(
                                new OneLayerTheory(measure, parameters with { OutputDimension = outputs }),
                                criterion
                            )
                            .Difference
                    ),
            ];
            var longest = LongestGrokking.Find(measure, parameters, criterion, Largest);
            Assert.Equal(differences.Max(), longest?.Difference);
            if (longest is not null)
                Assert.Equal(Array.IndexOf(differences, longest.Difference) + 1, longest.OutputDimension);
        }
    }
}
