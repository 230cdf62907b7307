using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using Grokking.Numerics;

namespace Grokking.Core.Tests.Theory;

/// <summary>
/// The error of an estimate is what its documentation says and no more: for a spectrum known exactly, one mode at ν = 2,
/// there is rounding alone, 16 · 2⁻⁵³ (1 + κt) of the value.
/// </summary>
public sealed class ErrorsOfLossesTest
{
    private const double Rounding = 16 * 1.1102230246251565e-16;
    private const int Outputs = 3;
    private const double Eta = 0.01;

    private static readonly SpectralMeasure OneMode = SpectralMeasure.Of([2]);

    private static OneLayerTheory Theory(double decay) =>
        new(
            OneMode,
            new OneLayerParameters
            {
                SampleRatio = 0.9,
                OutputDimension = Outputs,
                LearningRate = Eta,
                WeightDecay = decay,
            }
        );

    /// <summary>Equal to a few units in the last place.</summary>
    private static void AssertIs(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-13 * Math.Abs(expected));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void Of_a_loss_and_its_slope_it_is_rounding_that_grows_with_the_exponent(double time)
    {
        const double rate = 2 * Eta * 2 / Outputs;
        LossCurve loss = Theory(decay: 0).GeneralizationLoss;
        double value = Math.Exp(-2 * rate * time) / Outputs;
        double relative = Rounding * (1 + (rate * time));
        AssertIs(value, loss.At(time).Value);
        AssertIs(relative * value, loss.At(time).Error);
        AssertIs(-2 * rate, loss.LogDerivative(time).Value);
        AssertIs(relative * 2 * rate, loss.LogDerivative(time).Error);
        AssertIs(relative, loss.LogAt(time).Error);
        AssertIs(2 * value, Theory(decay: 0).TrainingLoss.At(time).Value);
        AssertIs(2 * relative * value, Theory(decay: 0).TrainingLoss.At(time).Error);
    }

    [Fact]
    public void Of_a_limit_it_is_that_of_one_sum()
    {
        // b = g/(ν + g) = 0.2 is left of the teacher, and half its square of the loss.
        Estimate final = Theory(decay: 1).GeneralizationLoss.Final();
        AssertIs(0.02 / Outputs, final.Value);
        AssertIs(Rounding * 0.02 / Outputs, final.Error);
        Assert.Equal(new Estimate(0, 0), Theory(decay: 0).GeneralizationLoss.Final());
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Of_the_law_it_keeps_the_promise(double lambda)
    {
        foreach (double decay in new[] { 0, 1e-3, 1 })
        {
            var theory = new OneLayerTheory(
                new OneLayerParameters { SampleRatio = lambda, WeightDecay = decay }
            );
            foreach (LossCurve loss in new[] { theory.TrainingLoss, theory.GeneralizationLoss })
            {
                Assert.InRange(loss.Final().RelativeError, 0, 1e-9);
                foreach (double time in new[] { 0, 1, 100, 1e4 })
                    Assert.InRange(loss.LogDerivative(time).RelativeError, 0, 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(7)]
    [InlineData(9000)]
    public void Of_the_weights_it_is_that_of_both_terms(double time)
    {
        const int width = 4;
        var experiment = new TwoLayerExperiment
        {
            InputDimension = 9,
            TrainingSamples = 10,
            TestSamples = 1,
            HiddenWidth = width,
            OutputDimension = Outputs,
            LearningRate = Eta,
            LastEpoch = 1,
            PointsPerDecade = 1,
        };
        // κ = 1/(2 d_out) and ‖D(0)‖² = 1/(2 d_h), so that h(t) − h(0) = (‖D(0)‖²/κ)(a² − a), a = e^{−2ηκνt/d_out}.
        const double kernel = 0.5 / Outputs;
        const double amplitude = 0.5 / width / kernel;
        double exponent = 2 * Eta * kernel * 2 * time / Outputs;
        double a = Math.Exp(-exponent);
        Estimate change = TwoLayerTheory.Expected(experiment, OneMode).WeightsChange(time);
        Assert.Equal(amplitude * ((a * a) - a), change.Value, 1e-14);
        AssertIs(
            Rounding * amplitude * ((a * a * (1 + exponent)) + (a * (1 + (exponent / 2)))),
            change.Error
        );
    }
}
