using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Theory;

/// <summary>Settles equations 18 and 19 of Levi et al. 2024 by measurement.</summary>
public class TwoLayerTheoryMeetsSimulationTests
{
    [Fact]
    public void TheWeightsChangeByFourRatesOverTheNumberOfOutputs()
    {
        // Eq. 18 derived: ḣ = ⟨S, Ṡ⟩ = −(4η/d_out) Tr[(T + D)ᵀΣD], an identity at every student; T + D = S⁽⁰⁾S⁽¹⁾.
        var draw = Draw(Small);
        var network = new TwoLayerLinearNetwork(Small, draw, Implementations.Managed);
        var change = network.Start.Copy();
        network.Change(network.Start, change, 0);
        double measured =
            Dot(network.Start.First.Values, change.First.Values)
            + Dot(network.Start.Second.Values, change.Second.Values);

        var product = Product(draw.Student.First, draw.Student.Second);
        var distance = Combined(product, -1, Product(draw.Teacher.First, draw.Teacher.Second));
        var inputs = draw.Training.Samples;
        double alignment = Dot(Product(inputs, product).Values, Product(inputs, distance).Values) / 20;

        Assert.Equal(1, measured / (-4 * 0.05 / 3 * alignment), 1e-12);
    }

    [Fact]
    public void TheStartIsAsTheInitializationSays()
    {
        var (distances, weights) = (new List<double>(), new List<double>());
        for (int replica = 0; replica < 400; replica++)
        {
            var draw = Draw(Small with { TrainingSamples = 1, TestSamples = 1 }, replica);
            weights.Add((draw.Student.First.SquaredNorm() + draw.Student.Second.SquaredNorm()) / 2);
            distances.Add(
                Combined(
                        Product(draw.Student.First, draw.Student.Second),
                        -1,
                        Product(draw.Teacher.First, draw.Teacher.Second)
                    )
                    .SquaredNorm()
            );
        }

        AssertMean(0.5, weights);
        AssertMean(TwoLayerTheory.MeanDistance(Small), distances);

        static void AssertMean(double expected, List<double> values)
        {
            double mean = values.Average();
            double error = Math.Sqrt(values.Average(value => Math.Pow(value - mean, 2)) / values.Count);
            Assert.Equal(expected, mean, 4 * error); // four standard errors
            Assert.InRange(error / mean, 0, 0.03); // so that a factor of 2 could not hide
        }
    }

    [Fact]
    public void AWideNetworkFollowsItsFrozenKernel()
    {
        var experiment = new TwoLayerExperiment
        {
            InputDimension = 100,
            TrainingSamples = 200,
            TestSamples = 1,
            HiddenWidth = 300,
            OutputDimension = 2,
            LastEpoch = 600,
            PointsPerDecade = 4,
        };
        var draw = Draw(experiment);
        var result = TwoLayerRun.Simulate(experiment, draw, Implementations.All[^1]);
        var theory = TwoLayerTheory.FrozenKernel(
            experiment,
            SpectralMeasure.Of(draw.Training.Eigenvalues),
            [.. result.InitialModes.Select(mode => mode.Eigenvalue)],
            [.. result.InitialModes.Select(mode => mode.Distance)]
        );

        // One draw of 100 × 2 numbers: sd of log L is √2/√200 = 0.1 at first and grows as fewer modes remain.
        var deviation = TwoLayerDeviation.Of(result.Curves, theory);
        Assert.InRange(deviation.Training, 0, 0.3);
        Assert.InRange(deviation.Generalization, 0, 0.3);

        for (int k = 0; k < result.Norms.Count; k++)
        {
            double change = result.Norms[k].Weights - result.InitialNorms.Weights;
            double expected = theory.WeightsChange(result.Curves.Grid.Epochs[k]).Value;
            Assert.Equal(expected, change, 1e-3); // h itself is 0.5
        }
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
