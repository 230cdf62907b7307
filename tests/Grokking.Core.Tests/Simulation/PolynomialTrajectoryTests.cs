using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Descent as a polynomial of Σ is descent.</summary>
public class PolynomialTrajectoryTests
{
    private static readonly ILinearAlgebra Algebra = Implementations.Managed;

    private static OneLayerExperiment Experiment(int samples, int outputs = 1, double decay = 0) =>
        new()
        {
            InputDimension = 60,
            TrainingSamples = samples,
            OutputDimension = outputs,
            TestSamples = 300,
            LearningRate = 0.02 * outputs,
            WeightDecay = decay,
            LastEpoch = 1_000_000,
        };

    [Theory]
    [InlineData(600, 1, 0, 1)]
    [InlineData(600, 1, 0, 255)]
    [InlineData(150, 1, 0, 2)]
    [InlineData(150, 1, 0, 257)]
    [InlineData(150, 3, 0, 900)]
    [InlineData(150, 3, 0.01, 900)]
    [InlineData(75, 1, 0, 4000)]
    [InlineData(75, 2, 0.1, 4000)]
    [InlineData(60, 1, 1e-3, 4000)]
    [InlineData(60, 1, 0, 0)]
    public void LossesAreThoseOfEveryStep(int samples, int outputs, double decay, int epoch)
    {
        var experiment = Experiment(samples, outputs, decay);
        var draw = Cases.Draw(experiment);
        var literal = new LiteralTrajectory(experiment, draw, Algebra).LossesAt(epoch);
        var polynomial = new PolynomialTrajectory(experiment, draw, Algebra).LossesAt(epoch);
        // 1e-16 of the slowest mode's start, d_in modes, and the roundings of so many steps.
        Assert.Equal(1, polynomial.Training / literal.Training, 1e-10);
        Assert.Equal(1, polynomial.Generalization / literal.Generalization, 1e-10);
    }

    [Theory]
    [InlineData(600, 1, 0)]
    [InlineData(150, 1, 0)]
    [InlineData(75, 1, 0)]
    [InlineData(150, 3, 0)]
    [InlineData(150, 1, 0.01)]
    [InlineData(75, 2, 1e-3)]
    [InlineData(60, 1, 1e-3)]
    public void TimesAreThoseOfEigenvectorsAndOfEveryStep(int samples, int outputs, double decay)
    {
        var experiment = Experiment(samples, outputs, decay) with
        {
            // Reached with weight decay and at λ = 1, too.
            Criterion = new()
            {
                Epsilon =
                    samples == 60 ? 0.3
                    : decay > 1e-3 ? 0.05
                    : 1e-3,
            },
        };
        var draw = Cases.Draw(experiment);
        foreach (var set in new[] { SampleSet.Training, SampleSet.Fresh })
        {
            var expected = Crossing(new LiteralTrajectory(experiment, draw, Algebra), set);
            Assert.IsType<Grokking.Curves.ThresholdCrossing.Reached>(expected);
            Assert.Equal(expected, Crossing(new SpectralTrajectory(experiment, draw, Algebra), set));
            Assert.Equal(expected, Crossing(new PolynomialTrajectory(experiment, draw, Algebra), set));
        }

        static Grokking.Curves.ThresholdCrossing Crossing(ITrajectory trajectory, SampleSet set) =>
            new CrossingSearch(
                epochs => trajectory.MeetsAt(set, epochs),
                (from, to) => trajectory.Prepare(set, from, to),
                atOnce: 16
            ).Until(100_000);
    }

    [Fact]
    public void CountsAreExactHoweverNearAnErrorIsToEpsilon()
    {
        // So many epochs that most follow from others.
        long[] epochs = [.. Enumerable.Range(0, 60).Select(i => (long)(6 * i))];
        var experiment = Experiment(600);
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

    [Fact]
    public void SpectraWithoutBoundsAreRefused()
    {
        // Equal eigenvalues, a mode that changes its sign, and weight decay too small to divide by beside a null space.
        var experiment = Experiment(2) with
        {
            InputDimension = 2,
        };
        foreach (
            var (samples, rate, decay) in new[]
            {
                (new Matrix(2, 2, [1, 1, 1, -1]), 0.1, 0),
                (new Matrix(2, 2, [1, 0, 0, 2]), 0.45, 0),
                (new Matrix(2, 2, [1, 1, 1, 1]), 0.1, 1e-17),
            }
        )
        {
            var setting = experiment with { LearningRate = rate, WeightDecay = decay };
            OneLayerDraw draw = Cases.Draw(setting) with { Training = TrainingSet.Of(samples, Algebra) };
            Assert.Throws<ArgumentException>(() => new DistanceByPolynomials(setting, draw, 10, Algebra));
            Assert.Equal(
                new SpectralTrajectory(setting, draw, Algebra).LossesAt(3),
                new PolynomialTrajectory(setting, draw, Algebra).LossesAt(3)
            );
        }
    }

    [Fact]
    public void LateEpochsAreLeftToEigenvectors()
    {
        // Four times sixty polynomials are enough for some ten thousand epochs.
        var experiment = Experiment(75);
        var draw = Cases.Draw(experiment);
        var polynomial = new PolynomialTrajectory(experiment, draw, Algebra);
        var spectral = new SpectralTrajectory(experiment, draw, Algebra);
        long[] epochs = [0, 100, 3000, 20_000];
        Assert.Equal(spectral.MeetsAt(SampleSet.Fresh, epochs), polynomial.MeetsAt(SampleSet.Fresh, epochs));
        foreach (long epoch in epochs)
        {
            var (expected, losses) = (spectral.LossesAt(epoch), polynomial.LossesAt(epoch));
            Assert.True(expected.Training > 0);
            Assert.Equal(1, losses.Training / expected.Training, 1e-10);
            Assert.Equal(epoch == 20_000, expected == losses); // to the last bit where it is the same
            Assert.Equal(
                spectral.AccuraciesAt(SampleSet.Training, [epoch]),
                polynomial.AccuraciesAt(SampleSet.Training, [epoch])
            );
        }
        polynomial.Prepare(SampleSet.Training, 10_000, 20_000);
        Assert.Equal(spectral.LossesAt(100), polynomial.LossesAt(100));
        Assert.Equal(spectral.MeetsAt(SampleSet.Fresh, epochs), polynomial.MeetsAt(SampleSet.Fresh, epochs));
    }

    [Fact]
    public void ItIsUsedWhereItIsCheaper()
    {
        var suiting = Experiment(150) with { InputDimension = 1000, TrainingSamples = 2000 };
        Assert.True(PolynomialTrajectory.Suits(suiting));
        Assert.True(PolynomialTrajectory.Suits(suiting with { TrainingSamples = 1000 }));
        Assert.True(PolynomialTrajectory.Suits(suiting with { WeightDecay = 0.1, OutputDimension = 5 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { TrainingSamples = 999 })); // a null space
        Assert.False(PolynomialTrajectory.Suits(suiting with { OutputDimension = 9 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { PointsPerDecade = 4 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { LabelNoise = 0.1 }));
        Assert.False(PolynomialTrajectory.Suits(suiting with { LearningRate = 0.2 })); // modes oscillate
    }
}
