using Grokking.Core.Tests.Numerics;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Grokking.Core.Tests.Theory;

/// <summary>The predicted spread from draw to draw, against draws.</summary>
public sealed class SpreadTest
{
    private static readonly double[] Few = [0, 0.2, 0.7, 1.5, 2.6];

    /// <summary>One network: its squared error per mode is Σ_j (a S_j − b T_j)², stepped by the exact flow of eq. 3.</summary>
    private sealed class Draw(double[] spectrum, OneLayerParameters parameters, Normal normal)
    {
        private readonly double[] student = Enumerable
            .Range(0, spectrum.Length * parameters.OutputDimension)
            .Select(_ => normal.Sample())
            .ToArray();
        private readonly double[] teacher = Enumerable
            .Range(0, spectrum.Length * parameters.OutputDimension)
            .Select(_ => normal.Sample())
            .ToArray();

        public (double Training, double Generalization) Losses(double time)
        {
            double g = parameters.WeightDecay / 2;
            var (training, generalization) = (0.0, 0.0);
            for (int i = 0; i < student.Length; i++)
            {
                double node = spectrum[i / parameters.OutputDimension];
                // D' = −κ(D − D∞) from D(0) = S − T to D∞ = −T g/(ν + g).
                double limit = g > 0 ? -teacher[i] * g / (node + g) : 0;
                double rate = 2 * parameters.LearningRate * (node + g) / parameters.OutputDimension;
                double error = limit + (Math.Exp(-rate * time) * (student[i] - teacher[i] - limit));
                training += node * error * error / parameters.OutputDimension;
                generalization += error * error / parameters.OutputDimension;
            }
            return (training, generalization);
        }
    }

    private static OneLayerParameters Parameters(int inputs, int outputs, double decay) =>
        new()
        {
            SampleRatio = 1,
            InputDimension = inputs,
            OutputDimension = outputs,
            LearningRate = 0.05,
            WeightDecay = decay,
        };

    private static Normal Entries(OneLayerParameters parameters, int seed) =>
        new(
            0,
            Math.Sqrt(0.5 / parameters.InputDimension / parameters.OutputDimension),
            new Xoshiro256StarStar(seed, threadSafe: false)
        );

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(3, 0.0)]
    [InlineData(2, 0.4)]
    public void Variance_and_covariance_of_the_losses_are_those_of_draws(int outputs, double decay)
    {
        OneLayerParameters parameters = Parameters(Few.Length, outputs, decay);
        var theory = new OneLayerTheory(SpectralMeasure.Of(Few), parameters);
        Normal normal = Entries(parameters, seed: 5);
        const double early = 6;
        const double late = 25;
        const int draws = 40_000;
        double trainingMean = theory.TrainingLoss.At(early).Value;
        double generalizationMean = theory.GeneralizationLoss.At(late).Value;
        var (mean, trainingSquare, generalizationSquare, product) = (0.0, 0.0, 0.0, 0.0);
        for (int i = 0; i < draws; i++)
        {
            var draw = new Draw(Few, parameters, normal);
            double training = (draw.Losses(early).Training / trainingMean) - 1;
            double generalization = (draw.Losses(late).Generalization / generalizationMean) - 1;
            mean += training / draws;
            trainingSquare += training * training / draws;
            generalizationSquare += generalization * generalization / draws;
            product += training * generalization / draws;
        }
        // √(kurtosis/draws) with a kurtosis of up to 15 for so few modes: 2 %; three times that.
        Assert.Equal(0, mean, 3 * Math.Sqrt(trainingSquare / draws));
        Approximately.Equal(theory.TrainingLoss.RelativeVariance(early), trainingSquare, 0.06);
        Approximately.Equal(theory.GeneralizationLoss.RelativeVariance(late), generalizationSquare, 0.06);
        Approximately.Equal(theory.CovarianceOfLogs(early, late), product, 0.1);
    }

    [Fact]
    public void Spread_of_the_grokking_time_is_that_of_draws()
    {
        double[] spectrum = [.. Enumerable.Range(0, 150).Select(i => 0.2 + (2.5 * i / 150.0))];
        OneLayerParameters parameters = Parameters(spectrum.Length, outputs: 1, decay: 0);
        var criterion = new AccuracyCriterion { Epsilon = 0.2 };
        GrokkingTimePrediction prediction = GrokkingTheory.Predict(
            new OneLayerTheory(SpectralMeasure.Of(spectrum), parameters),
            criterion
        );
        double threshold = AccuracyLaw.ThresholdLoss(1, criterion);
        Normal normal = Entries(parameters, seed: 11);
        const int draws = 1000;
        var training = new double[draws];
        var generalization = new double[draws];
        for (int i = 0; i < draws; i++)
        {
            var draw = new Draw(spectrum, parameters, normal);
            training[i] = Bisect(time => draw.Losses(time).Training - threshold);
            generalization[i] = Bisect(time => draw.Losses(time).Generalization - threshold);
        }
        // The sampling error of a standard deviation is 1/√(2 · 1000) = 2.2 %; the linearisation costs (sd/t*)² = 2 %.
        Approximately.Equal(Deviation(training), prediction.TrainingSpread!.Value, 0.08);
        Approximately.Equal(Deviation(generalization), prediction.GeneralizationSpread!.Value, 0.08);
        double[] difference = [.. generalization.Zip(training, (second, first) => second - first)];
        Approximately.Equal(Deviation(difference), prediction.DifferenceSpread!.Value, 0.08);
        Approximately.Equal(difference.Average(), prediction.Time.Difference!.Value, 0.02);
    }

    [Fact]
    public void There_is_no_spread_of_a_time_that_does_not_exist_or_is_initial()
    {
        var parameters = new OneLayerParameters { SampleRatio = 1.5 };
        var never = GrokkingTheory.Predict(new OneLayerTheory(parameters), new AccuracyCriterion());
        Assert.NotNull(never.TrainingSpread);
        Assert.IsType<ThresholdCrossing.Never>(never.Time.Generalization);
        Assert.Null(never.GeneralizationSpread);
        Assert.Null(never.DifferenceSpread);

        var easy = new AccuracyCriterion { Epsilon = 100 };
        var initially = GrokkingTheory.Predict(new OneLayerTheory(parameters), easy);
        Assert.IsType<ThresholdCrossing.Initially>(initially.Time.Training);
        Assert.Null(initially.TrainingSpread);
        Assert.Null(initially.DifferenceSpread);
    }

    private static double Bisect(Func<double, double> decreasing)
    {
        var (low, high) = (0.0, 1000.0);
        for (int i = 0; i < 30; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = decreasing(middle) > 0 ? (middle, high) : (low, middle);
        }
        return low;
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
