using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Grokking.Core.Tests.Theory;

/// <summary>The effective number of outputs against what drawn students, teachers and samples show.</summary>
public sealed class EffectiveOutputsTests
{
    private const int Inputs = 60;
    private const int Samples = 80;
    private const int Outputs = 12;

    private static readonly OneLayerParameters Setting = new()
    {
        SampleRatio = (double)Inputs / Samples,
        InputDimension = Inputs,
        OutputDimension = Outputs,
    };

    [Fact]
    public void One_output_is_one()
    {
        var theory = new OneLayerTheory(Setting with { OutputDimension = 1 });
        foreach (double time in new[] { 0, 10, 1000.0 })
            Assert.Equal(1, EffectiveOutputs.OfFreshSamples(theory, time), 1e-12);
        // A single training error has the variance of a chi-squared one but for the sum rule: (N+2)/(N−1).
        Assert.Equal((Samples + 2.0) / (Samples - 1), EffectiveOutputs.OfTrainingSamples(theory, 10), 1e-12);
    }

    [Fact]
    public void At_first_training_and_fresh_samples_are_alike()
    {
        // Nothing was learnt yet: ‖Dᵀx‖² = ‖x‖² times a chi-squared number, whose relative variances are 2/d_in, 2/d_out.
        var theory = new OneLayerTheory(Setting);
        double expected = (1.0 / Outputs) + (1.0 / Inputs);
        // Products of the two small numbers are left to either formula.
        double rest = 4.0 / Outputs / Inputs;
        Assert.Equal(expected, 1 / EffectiveOutputs.OfFreshSamples(theory, 0), rest);
        Assert.Equal(expected, 1 / EffectiveOutputs.OfTrainingSamples(theory, 0), rest);
    }

    [Fact]
    public void In_the_end_one_mode_is_left_and_with_it_one_component()
    {
        // Of a spectrum with gaps: the Marchenko–Pastur density has no last mode.
        var theory = new OneLayerTheory(
            SpectralMeasure.Of([.. Enumerable.Range(1, Inputs).Select(i => (double)i)]),
            Setting
        );
        // r → 1: the two expectations make it (d_out + 2)/(d_out + 2).
        Assert.Equal(1, EffectiveOutputs.OfFreshSamples(theory, 1e5), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(3000)]
    public void Is_what_drawn_networks_show(double time)
    {
        const int draws = 200;
        var random = new Xoshiro256StarStar(11, threadSafe: false);
        var normal = new Normal(0, 1, random);
        double fresh = 0;
        double training = 0;
        double freshTheory = 0;
        double trainingTheory = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            Matrix<double> x = Matrix<double>.Build.Random(Samples, Inputs, normal);
            var decomposition = (x.TransposeThisAndMultiply(x) / Samples).Evd(Symmetricity.Symmetric);
            Vector<double> eigenvalues = decomposition.EigenValues.Real();
            Vector<double> left = eigenvalues.Map(value =>
                Math.Exp(-2 * Setting.LearningRate * value * time / Outputs)
            );
            Matrix<double> start = Matrix<double>.Build.Random(Inputs, Outputs, normal);
            Matrix<double> d =
                decomposition.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(left) * start;

            double[] traces = (d.TransposeThisAndMultiply(d))
                .Evd(Symmetricity.Symmetric)
                .EigenValues.Real()
                .ToArray();
            fresh += traces.Sum(c => c * c) / Math.Pow(traces.Sum(), 2);
            double[] errors = [.. (x * d).EnumerateRows().Select(row => row.DotProduct(row))];
            double mean = errors.Average();
            training += errors.Average(error => Math.Pow((error / mean) - 1, 2)) / 2;

            var theory = new OneLayerTheory(SpectralMeasure.Of(eigenvalues), Setting);
            freshTheory += 1 / EffectiveOutputs.OfFreshSamples(theory, time);
            trainingTheory += 1 / EffectiveOutputs.OfTrainingSamples(theory, time);
        }
        // The ratio of two expectations is not that of their ratios: to first order in r, which is up to a quarter here.
        Assert.Equal(1, fresh / freshTheory, 0.05);
        // A variance over 80 samples and 200 draws is known to 2 %, and to a few of them where few modes are left.
        Assert.Equal(1, training / trainingTheory, 0.06);
    }

    [Fact]
    public void Fewer_components_reach_the_level_later()
    {
        var criterion = new AccuracyCriterion();
        foreach (int outputs in new[] { 5, 50, 700 })
        {
            var theory = new OneLayerTheory(
                new OneLayerParameters { SampleRatio = 0.9, OutputDimension = outputs }
            );
            var equal = GrokkingTheory.Times(theory, criterion);
            var unequal = UnequalOutputs.Times(theory, criterion);
            Assert.True(unequal.Training.Time > equal.Training.Time);
            Assert.True(unequal.Generalization.Time > equal.Generalization.Time);
            // It is where the accuracy of k components is at its level.
            double time = unequal.Generalization.Time!.Value;
            double k = EffectiveOutputs.OfFreshSamples(theory, time);
            double accuracy = Grokking.Numerics.RegularizedGamma.Lower(
                k / 2,
                k * criterion.Epsilon / 2 / theory.GeneralizationLoss.At(time).Value
            );
            Assert.Equal(criterion.Level, accuracy, 1e-8);
        }
    }

    [Fact]
    public void One_output_has_the_times_of_eq_10()
    {
        var theory = new OneLayerTheory(new OneLayerParameters { SampleRatio = 0.9 });
        var criterion = new AccuracyCriterion();
        Assert.Equal(
            GrokkingTheory.Times(theory, criterion).Generalization.Time!.Value,
            UnequalOutputs.Times(theory, criterion).Generalization.Time!.Value,
            1e-5
        );
    }
}
