using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using MathNet.Numerics;
using MathNet.Numerics.Random;

namespace Grokking.Core.Tests.Theory;

public sealed class AccuracyLawTest
{
    [Theory]
    [InlineData(1e-3, 1e-3)]
    [InlineData(2e-4, 1e-3)]
    [InlineData(3, 0.1)]
    public void One_output_gives_the_error_function_of_eq_10(double loss, double epsilon) =>
        Approximately.Equal(
            SpecialFunctions.Erf(Math.Sqrt(epsilon / (2 * loss))),
            AccuracyLaw.Accuracy(loss, 1, epsilon),
            1e-13
        );

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    public void Is_the_fraction_of_samples_that_are_correct(int outputs)
    {
        const double loss = 0.8;
        const double epsilon = 0.9;
        const int samples = 40_000;
        double[] components = new double[samples * outputs];
        MathNet.Numerics.Distributions.Normal.Samples(
            new Xoshiro256StarStar(3, threadSafe: false),
            components,
            0,
            Math.Sqrt(loss)
        );
        int correct = components
            .Chunk(outputs)
            .Count(error => error.Sum(component => component * component) / outputs < epsilon);
        // Four binomial deviations at worst: 4 √(¼/40 000) = 0.01.
        Assert.Equal((double)correct / samples, AccuracyLaw.Accuracy(loss, outputs, epsilon), 0.01);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void The_threshold_loss_has_the_accuracy_asked_for(int outputs)
    {
        foreach (double level in new[] { 0.01, 0.5, 0.95, 0.9999 })
        {
            var criterion = new AccuracyCriterion { Epsilon = 0.02, Level = level };
            double threshold = AccuracyLaw.ThresholdLoss(outputs, criterion);
            // Accuracy turns a relative error of the loss, 1e-15, into √d_out as much.
            Assert.Equal(level, AccuracyLaw.Accuracy(threshold, outputs, 0.02), 3e-13);
        }
    }

    [Fact]
    public void The_paper_s_level_is_a_quarter_of_epsilon()
    {
        var criterion = new AccuracyCriterion { Epsilon = 1e-3, Level = SpecialFunctions.Erf(Math.Sqrt(2)) };
        Approximately.Equal(1e-3 / 4, AccuracyLaw.ThresholdLoss(1, criterion), 1e-13);
    }

    [Fact]
    public void Ends()
    {
        Assert.Equal(1, AccuracyLaw.Accuracy(0, 5, 1e-3));
        Assert.InRange(AccuracyLaw.Accuracy(1e300, 5, 1e-3), 0, 1e-300);
        Assert.Equal(1, AccuracyLaw.Accuracy(1e-300, 5, 1e10));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccuracyLaw.Accuracy(-1, 1, 1e-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccuracyLaw.Accuracy(1, 0, 1e-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccuracyLaw.Accuracy(1, 1, double.NaN));
    }

    [Fact]
    public void Many_outputs_make_accuracy_a_step_at_loss_epsilon()
    {
        Assert.InRange(AccuracyLaw.Accuracy(0.95, 100_000, 1), 1 - 1e-9, 1);
        Assert.InRange(AccuracyLaw.Accuracy(1.05, 100_000, 1), 0, 1e-9);
    }
}
