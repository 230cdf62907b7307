using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.LinearEstimators.Theory;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Theory;

public class LabelNoiseTheoryTest
{
    [Theory]
    [InlineData(0.1, 1.0 / 9)]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 9)]
    [InlineData(0.999, 999)]
    [InlineData(2, 1)]
    [InlineData(1.25, 4)]
    public void TheExcessEndsAtTheInverseMoment(double lambda, double expected)
    {
        // λE[1/ν] = λ/(1−λ) below λ = 1, and 1/(λ−1) above; the quadrature promises 1e-9 for smooth functions.
        var theory = new LabelNoiseTheory(new OneLayerParameters { SampleRatio = lambda }, labelNoise: 1);
        double excess = theory.GeneralizationExcess(double.PositiveInfinity);
        Assert.Equal(expected, excess, 1e-8 * expected);
    }

    [Fact]
    public void WithoutNoiseTheLossesAreTheOldOnes()
    {
        var parameters = new OneLayerParameters { SampleRatio = 0.7, WeightDecay = 0.01 };
        var clean = new OneLayerTheory(parameters);
        var noisy = new LabelNoiseTheory(parameters, labelNoise: 0);
        foreach (double time in new[] { 0.0, 10, 1000 })
        {
            Assert.Equal(clean.TrainingLoss.At(time).Value, noisy.TrainingLoss(time));
            Assert.Equal(clean.GeneralizationLoss.At(time).Value, noisy.GeneralizationLoss(time));
        }
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(120, 0.05)]
    [InlineData(24, 0)]
    public void StudentsOfNoisyLabelsFollowIt(int samples, double decay)
    {
        const double noise = 0.5;
        var experiment = new OneLayerExperiment
        {
            InputDimension = 48,
            TrainingSamples = samples,
            TestSamples = 1,
            OutputDimension = 4,
            LearningRate = 0.02,
            WeightDecay = decay,
            LastEpoch = 100_000,
            PointsPerDecade = 1,
        };
        var theory = new LabelNoiseTheory(experiment.ToTheory(), noise);
        var without = new OneLayerTheory(experiment.ToTheory());
        IReadOnlyList<LearningCurves> clean = Curves(experiment);
        IReadOnlyList<LearningCurves> noisy = Curves(experiment with { LabelNoise = noise });
        IReadOnlyList<long> epochs = clean[0].Grid.Epochs;
        for (int i = 0; i < epochs.Count; i++)
        {
            AssertMean(theory.GeneralizationExcess(epochs[i]), one => one.GeneralizationLoss);
            double training = theory.TrainingLoss(epochs[i]) - without.TrainingLoss.At(epochs[i]).Value;
            AssertMean(training / noise / noise, one => one.TrainingLoss);

            void AssertMean(double expected, Func<LearningCurves, IReadOnlyList<double>> loss)
            {
                var excess = SampleSummary.Of([
                    .. noisy.Zip(clean, (a, b) => (loss(a)[i] - loss(b)[i]) / noise / noise),
                ]);
                // Four standard errors, and what 48 dimensions are off the infinite system by: E Σ⁻¹ = N/(N − d − 1).
                double finite = 4.0 / Math.Abs(samples - 48 - 1) * expected;
                Assert.Equal(expected, excess.Mean, (4 * excess.StandardError!.Value) + finite);
                Assert.InRange(excess.StandardError.Value, 0, 0.1 * Math.Max(expected, 1));
            }
        }
    }

    private static IReadOnlyList<LearningCurves> Curves(OneLayerExperiment experiment) =>
        [
            .. Laboratory
                .Measure(
                    experiment,
                    new Seed(1),
                    replicas: 200,
                    Implementations.Managed,
                    new Execution { Threads = 2 }
                )[experiment]
                .Select(result => result.Curves!),
        ];
}
