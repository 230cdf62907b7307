using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

public class DrawTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(12)]
    [InlineData(7)]
    [InlineData(1)]
    public void TrainingSetKnowsItsCovariance(int samples)
    {
        foreach (var algebra in Implementations.All)
        {
            var training = TrainingSet.Draw(new Seed(1), 0, samples, 12, algebra);
            var covariance = algebra.Covariance(training.Samples);

            Assert.Equal(12, training.Eigenvalues.Count);
            Assert.Equal(training.Eigenvalues.Order(), training.Eigenvalues);
            Assert.All(training.Eigenvalues.Take(12 - samples), value => Assert.Equal(0, value));
            Assert.All(training.Eigenvalues.Skip(12 - samples), value => Assert.True(value > 1e-6));
            // Tr Σ and Tr Σ²: a dozen ulps.
            Assert.Equal(
                Enumerable.Range(0, 12).Sum(i => covariance[i, i]),
                training.Eigenvalues.Sum(),
                1e-12
            );
            Assert.Equal(covariance.SquaredNorm(), training.Eigenvalues.Sum(value => value * value), 1e-11);
        }
    }

    [Fact]
    public void DrawsDoNotDependOnTheLinearAlgebraNorOnOtherSettings()
    {
        var experiment = Cases.Experiment(20, 3, 0);
        var first = Cases.Draw(experiment);
        foreach (var algebra in Implementations.All)
        {
            var other = Cases.Draw(
                experiment with
                {
                    LearningRate = 1,
                    WeightDecay = 1,
                    LastEpoch = 7,
                },
                algebra: algebra
            );
            Assert.Equal(first.Training.Samples.Values, other.Training.Samples.Values);
            Assert.Equal(first.FreshSamples.Values, other.FreshSamples.Values);
            Assert.Equal(first.Teacher.Values, other.Teacher.Values);
            Assert.Equal(first.Student.Values, other.Student.Values);
        }
        // Inputs are shared by all d_out.
        Assert.Equal(first.FreshSamples.Values, Cases.Draw(Cases.Experiment(20, 1, 0)).FreshSamples.Values);
    }

    [Fact]
    public void MatricesOfADrawDiffer()
    {
        var experiment = Cases.Experiment(20, 1, 0) with { TestSamples = 20 };
        var (draw, next) = (Cases.Draw(experiment), Cases.Draw(experiment, replica: 1));
        double[] firsts =
        [
            draw.Training.Samples[0, 0],
            draw.FreshSamples[0, 0],
            draw.Teacher[0, 0] * Math.Sqrt(24),
            draw.Student[0, 0] * Math.Sqrt(24),
            next.Training.Samples[0, 0],
            next.FreshSamples[0, 0],
            next.Teacher[0, 0] * Math.Sqrt(24),
            next.Student[0, 0] * Math.Sqrt(24),
        ];
        Assert.Equal(firsts.Length, firsts.Select(value => Math.Round(value, 12)).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void InitialLossesHaveTheirExpectation(int outputs)
    {
        // At the lowest rate epoch 1 is epoch 0. ‖D(0)‖² d_in d_out is χ² with d_in·d_out degrees of freedom.
        const int replicas = 300;
        var experiment = Cases.Experiment(20, outputs, 0) with { LearningRate = 1e-9, LastEpoch = 1 };
        var draws = Enumerable
            .Range(0, replicas)
            .Select(replica => Cases.Draw(experiment, replica))
            .ToArray();
        var curves = draws.Select(draw => Cases.Run(experiment, draw).Curves!).ToArray();
        double entries = Cases.InputDimension * outputs;
        // Relative variance of L given samples: 2 Tr(Σ²)/(d_in² d_out), E Tr Σ²/d_in = 1 + λ' with λ' = (d_in+1)/n;
        // plus that of Tr Σ/d_in, 2/(d_in n).
        Check(curves.Select(curve => curve.GeneralizationLoss[0]), 2 / entries);
        Check(curves.Select(curve => curve.TrainingLoss[0]), Variance(20));
        Check(draws.Select(SampledLoss), Variance(150));

        static double SampledLoss(OneLayerDraw draw) =>
            SampleErrors
                .Of(Implementations.Managed.Product(draw.FreshSamples, false, draw.Distance(), false))
                .Average();

        double Variance(double n) =>
            (2 * (1 + ((Cases.InputDimension + 1) / n)) / entries) + (2 / (Cases.InputDimension * n));

        void Check(IEnumerable<double> losses, double relativeVariance) =>
            // Four standard errors of the mean.
            Assert.Equal(
                1.0 / outputs,
                losses.Average(),
                4 * Math.Sqrt(relativeVariance / replicas) / outputs
            );
    }

    [Fact]
    public void TeacherAndStudentShareTheVarianceEqually()
    {
        var experiment = Cases.Experiment(20, 3, 0) with { InputDimension = 400 };
        var draw = Cases.Draw(experiment);
        // ‖T‖² has mean ½ and relative variance 2/1200; four standard deviations.
        Assert.Equal(0.5, draw.Teacher.SquaredNorm(), 4 * 0.5 * Math.Sqrt(2.0 / 1200));
        Assert.Equal(0.5, draw.Student.SquaredNorm(), 4 * 0.5 * Math.Sqrt(2.0 / 1200));
    }
}
