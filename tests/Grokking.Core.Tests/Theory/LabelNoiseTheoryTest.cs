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
    [InlineData(0.7, 0)]
    [InlineData(0.7, 0.01)]
    [InlineData(2, 0)]
    public void NoiseAddsItsVarianceTimesTheExcess(double lambda, double decay)
    {
        const double sigma = 0.5;
        var parameters = new OneLayerParameters { SampleRatio = lambda, WeightDecay = decay };
        var clean = new OneLayerTheory(parameters);
        var noisy = new LabelNoiseTheory(parameters, sigma);
        foreach (double time in new[] { 0, 1, 100, 1e4 })
            Assert.Equal(
                clean.GeneralizationLoss.At(time).Value + (sigma * sigma * noisy.GeneralizationExcess(time)),
                noisy.GeneralizationLoss(time)
            );
        double final =
            clean.GeneralizationLoss.Final().Value
            + (sigma * sigma * noisy.GeneralizationExcess(double.PositiveInfinity));
        Assert.Equal(final, noisy.GeneralizationLoss(double.PositiveInfinity));
    }

    [Fact]
    public void InTheEndBothLossesHaveWhatTheInverseMomentsSay()
    {
        const double lambda = 0.6,
            sigma = 0.5;
        var noisy = new LabelNoiseTheory(new OneLayerParameters { SampleRatio = lambda }, sigma);
        // Nothing else is left of either for λ < 1: λσ² E[1/ν] and λσ² E[1]; the quadrature promises 1e-9.
        Assert.Equal(0.25 * lambda / (1 - lambda), noisy.GeneralizationLoss(double.PositiveInfinity), 1e-9);
        Assert.Equal(0.25 * lambda, noisy.TrainingLoss(double.PositiveInfinity), 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void TheExcessBeginsAsTheSquareOfTime(int outputs)
    {
        const double lambda = 0.6,
            eta = 0.02,
            time = 1e-4;
        var noisy = new LabelNoiseTheory(
            new OneLayerParameters
            {
                SampleRatio = lambda,
                LearningRate = eta,
                OutputDimension = outputs,
            },
            labelNoise: 1
        );
        // λE[(1 − a)²/ν] → λE[ν](2ηt/d_out)², and E[ν] = 1; the next order is 2ηνt/d_out times smaller.
        double expected = lambda * Math.Pow(2 * eta * time / outputs, 2);
        Assert.Equal(1, noisy.GeneralizationExcess(time) / expected, 1e-5);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(3)]
    public void UnderWeightDecayTheExcessEndsAtAnIntegralOverTheDensity(double lambda)
    {
        const double decay = 0.1;
        var law = new MarchenkoPastur(lambda);
        // The density over φ with ν between the edges as sin²φ is periodic: the rule of equal steps converges at once.
        const int steps = 4000;
        double width = law.UpperEdge - law.LowerEdge;
        double sum = 0;
        for (int i = 0; i < steps; i++)
        {
            double phi = Math.PI / 2 * (i + 0.5) / steps;
            double node = law.LowerEdge + (width * Math.Pow(Math.Sin(phi), 2));
            double jacobian = width * Math.Sin(2 * phi);
            sum += law.Density(node) * jacobian * node / Math.Pow(node + (decay / 2), 2);
        }
        double expected = lambda * sum * Math.PI / 2 / steps;
        var noisy = new LabelNoiseTheory(
            new OneLayerParameters { SampleRatio = lambda, WeightDecay = decay },
            labelNoise: 1
        );
        Assert.Equal(1, noisy.GeneralizationExcess(double.PositiveInfinity) / expected, 1e-9);
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
