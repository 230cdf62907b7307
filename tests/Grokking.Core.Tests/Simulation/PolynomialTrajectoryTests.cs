using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Descent as a polynomial of Σ is descent.</summary>
public class PolynomialTrajectoryTests
{
    private static readonly ILinearAlgebra Algebra = Implementations.Managed;

    private static OneLayerExperiment Experiment(int samples) =>
        new()
        {
            InputDimension = 60,
            TrainingSamples = samples,
            TestSamples = 300,
            LearningRate = 0.02,
            LastEpoch = 1_000_000,
        };

    [Theory]
    [InlineData(600, 1)]
    [InlineData(600, 255)]
    [InlineData(150, 2)]
    [InlineData(150, 257)]
    [InlineData(150, 900)]
    [InlineData(75, 4000)]
    public void LossesAreThoseOfEveryStep(int samples, int epoch)
    {
        var experiment = Experiment(samples);
        var draw = Cases.Draw(experiment);
        var literal = new LiteralTrajectory(experiment, draw, Algebra).LossesAt(epoch);
        var polynomial = new PolynomialTrajectory(experiment, draw, Algebra).LossesAt(epoch);
        // 1e-16 of the slowest mode's start, d_in modes, and the roundings of so many steps.
        Assert.Equal(1, polynomial.Training / literal.Training, 1e-10);
        Assert.Equal(1, polynomial.Generalization / literal.Generalization, 1e-10);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(150)]
    [InlineData(75)]
    public void TimesAreThoseOfEigenvectorsAndOfEveryStep(int samples)
    {
        var experiment = Experiment(samples);
        var draw = Cases.Draw(experiment);
        foreach (var set in new[] { SampleSet.Training, SampleSet.Fresh })
        {
            var expected = Crossing(new LiteralTrajectory(experiment, draw, Algebra), set);
            Assert.Equal(expected, Crossing(new SpectralTrajectory(experiment, draw, Algebra), set));
            Assert.Equal(expected, Crossing(new PolynomialTrajectory(experiment, draw, Algebra), set));
        }

        static Grokking.Curves.ThresholdCrossing Crossing(ITrajectory trajectory, SampleSet set) =>
            new CrossingSearch(
                epochs => trajectory.MeetsAt(set, epochs),
                (from, to) => trajectory.Prepare(set, from, to),
                atOnce: 16
            ).Until(1_000_000);
    }

    [Fact]
    public void CountsAreExactHoweverNearAnErrorIsToEpsilon()
    {
        // So many epochs that most follow from others.
        long[] epochs = [.. Enumerable.Range(0, 60).Select(i => (long)(6 * i))];
        var experiment = Experiment(600); // whose nodes last as long
        var draw = Cases.Draw(experiment);
        Matrix distance = draw.Distance();
        List<double[]> errors = [];
        for (int epoch = 0; errors.Count < epochs.Length; epoch++)
        {
            if (epoch == epochs[errors.Count])
                errors.Add(SampleErrors.Of(Algebra.Product(draw.FreshSamples, false, distance, false)));
            Matrix gradient = Algebra.Product(draw.Training.Covariance, false, distance, false);
            for (int i = 0; i < gradient.Rows; i++)
                distance[i, 0] -= 2 * experiment.LearningRate * gradient[i, 0];
        }
        foreach (int k in new[] { 4, 11, 23, 37, 52 })
        foreach (int sample in new[] { 0, 100, 299 })
        foreach (double factor in new[] { 1 - 1e-10, 1 + 1e-10 })
        {
            double epsilon = errors[k][sample] * factor;
            var near = experiment with { Criterion = new() { Epsilon = epsilon } };
            double[] expected = [.. errors.Select(all => all.Count(error => error < epsilon) / 300.0)];
            foreach (
                ITrajectory trajectory in new ITrajectory[]
                {
                    new SpectralTrajectory(near, draw, Algebra),
                    new PolynomialTrajectory(near, draw, Algebra),
                }
            )
                Assert.Equal(expected, trajectory.AccuraciesAt(SampleSet.Fresh, epochs));
        }
    }

    [Theory]
    [InlineData(0.02, 900)]
    [InlineData(0.3, 200)]
    [InlineData(1, 60)]
    [InlineData(0.001, 5000)]
    [InlineData(0.1, 5)]
    public void WhatLiesBeyondTheNodesIsBelowRounding(double spread, int epoch)
    {
        // The walk itself, step by step: ±1 with probability h, at rest otherwise.
        double[] eigenvalues = [0, 1];
        double rate = 2 * spread;
        var walk = new double[(2 * epoch) + 1];
        walk[epoch] = 1;
        for (int step = 0; step < epoch; step++)
        {
            var next = new double[walk.Length];
            for (int i = epoch - step; i <= epoch + step; i++)
            {
                next[i] += (1 - spread) * walk[i];
                next[i - 1] += spread / 2 * walk[i];
                next[i + 1] += spread / 2 * walk[i];
            }
            walk = next;
        }
        int count = (int)ChebyshevNodes.Count(eigenvalues, rate, epoch);
        double beyond = walk.Where((_, i) => Math.Abs(i - epoch) >= count).Sum();
        Assert.InRange(2 * beyond, 0, 1e-16);
        // Yet not far more of them than that takes.
        double beyondHalf = walk.Where((_, i) => Math.Abs(i - epoch) >= count / 2).Sum();
        Assert.True(beyondHalf > 1e-13);
    }

    [Fact]
    public void NodesAreEnoughUntilTheEpochTheyName()
    {
        double[] eigenvalues = [0.1, 2];
        var nodes = new ChebyshevNodes(Diagonal(eigenvalues), eigenvalues, 0.1, new(2, 1, [1, 1]), Algebra);
        foreach (int count in new[] { 1, 10, 40, 300 })
        {
            long last = nodes.LastEpoch(count);
            Assert.True(ChebyshevNodes.Count(eigenvalues, 0.1, last) <= count);
            Assert.True(ChebyshevNodes.Count(eigenvalues, 0.1, last + (last / 10) + 1) > count);
        }
    }

    [Fact]
    public void NodesAreRefusedWhereTheyWouldNotHold()
    {
        // Equal eigenvalues, a negative one, a mode that grows, two columns.
        Assert.All(
            new[] { (new[] { 1.0, 1 }, 0.1, 1), ([-0.1, 1], 0.1, 1), ([0.5, 1], 1.5, 1), ([0.5, 1], 0.1, 2) },
            one =>
                Assert.Throws<ArgumentException>(() =>
                    new ChebyshevNodes(Diagonal(one.Item1), one.Item1, one.Item2, new(2, one.Item3), Algebra)
                )
        );
    }

    private static Matrix Diagonal(double[] values) => new(2, 2, [values[0], 0, 0, values[1]]);

    [Fact]
    public void LateEpochsAreLeftToEigenvectors()
    {
        // Sixty nodes are enough for a thousand epochs.
        var experiment = Experiment(600);
        var draw = Cases.Draw(experiment);
        var polynomial = new PolynomialTrajectory(experiment, draw, Algebra);
        var spectral = new SpectralTrajectory(experiment, draw, Algebra);
        long[] epochs = [0, 100, 3000];
        Assert.Equal(spectral.MeetsAt(SampleSet.Fresh, epochs), polynomial.MeetsAt(SampleSet.Fresh, epochs));
        foreach (long epoch in epochs)
        {
            Assert.Equal(1, polynomial.LossesAt(epoch).Training / spectral.LossesAt(epoch).Training, 1e-11);
            Assert.Equal(
                spectral.AccuraciesAt(SampleSet.Training, [epoch]),
                polynomial.AccuraciesAt(SampleSet.Training, [epoch])
            );
        }
        Assert.Equal(spectral.LossesAt(3000), polynomial.LossesAt(3000));
    }

    [Fact]
    public void ItIsUsedWhereItIsCheaper()
    {
        var suiting = Experiment(150) with { InputDimension = 1000, TrainingSamples = 2000 };
        Assert.True(PolynomialTrajectory.Suits(suiting));
        Assert.False(PolynomialTrajectory.Suits(suiting with { TrainingSamples = 1050 })); // λ near 1
        Assert.False(PolynomialTrajectory.Suits(suiting with { TrainingSamples = 800 })); // a null space
        Assert.False(PolynomialTrajectory.Suits(suiting with { OutputDimension = 2 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { PointsPerDecade = 4 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { WeightDecay = 1e-3 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { LabelNoise = 0.1 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { LearningRate = 0.2 })); // modes oscillate
        Assert.False(PolynomialTrajectory.Suits(suiting with { InputDimension = 40, TrainingSamples = 80 }));
    }
}
