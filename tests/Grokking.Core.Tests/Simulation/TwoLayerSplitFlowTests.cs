using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerSplitFlowTests
{
    private static readonly ILinearAlgebra Algebra = Implementations.All[^1];

    // gσ = 1.5/√14 = 0.4, near the most that is split.
    private static readonly TwoLayerExperiment Weak = Small with
    {
        Gain = 1.5,
        LearningRate = 0.005,
        LastEpoch = 6000,
    };

    [Theory]
    [InlineData(20, 12, 7, 3)]
    [InlineData(20, 13, 9, 7)] // zeros fill up all layouts
    [InlineData(20, 12, 16, 10)] // or none
    public void SplitItIsTheFlowOfTheWholeGradient(int trainingSamples, int inputs, int hidden, int outputs)
    {
        var experiment = Weak with
        {
            TrainingSamples = trainingSamples,
            InputDimension = inputs,
            HiddenWidth = hidden,
            OutputDimension = outputs,
        };
        var draw = Draw(experiment);
        Assert.True(TwoLayerSplitFlow.Suits(experiment));
        var exact = Whole(1e-9);
        var whole = Whole(5e-6);

        var split = TwoLayerRun.Simulate(experiment, draw, Algebra, 5e-6);

        // Both make errors of the tolerance's size; splitting adds none of its own.
        Assert.InRange(Worst(split.Curves, exact.Curves), 0, 1.5 * Worst(whole.Curves, exact.Curves));
        Assert.InRange(split.Gradients, 20, whole.Gradients / 2);

        (LearningCurves Curves, int Gradients) Whole(double tolerance)
        {
            var network = new TwoLayerTanhNetwork(experiment, draw, Algebra);
            var grid = TimeGrid.Logarithmic(experiment.LastEpoch, experiment.PointsPerDecade);
            var observer = new TwoLayerObserver(network, experiment.Criterion, grid, scoresFresh: true);
            int gradients = new TwoLayerFlow(network, tolerance).Run(
                network.Start,
                0,
                experiment.LastEpoch,
                observer.Observe
            );
            return (observer.Curves, gradients);
        }
    }

    [Fact]
    public void InTheEigenbasisTheNetworkIsTheSame()
    {
        var draw = Draw(Weak);
        var network = new TwoLayerTanhNetwork(Weak, draw, Algebra);
        var rotated = new TwoLayerTanhNetwork(Weak, TwoLayerEigenbasis.Of(draw, Algebra), Algebra);
        var (weights, same) = (network.Start.Copy(), rotated.Start.Copy());
        network.Change(weights, weights, 1);
        rotated.Change(same, same, 1);

        foreach (var set in new[] { SampleSet.Training, SampleSet.Fresh })
        {
            var errors = network.Errors(weights, set).Values;
            var rotatedErrors = rotated.Errors(same, set).Values;
            Assert.All(errors.Zip(rotatedErrors), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
            // Block by block they are the same, and all of them.
            var byBlocks = network.ErrorsByBlocks(weights, set).SelectMany(some => some.Values);
            Assert.All(errors.Zip(byBlocks), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
            Assert.Equal(errors.Length, byBlocks.Count());
        }
    }

    [Theory]
    [InlineData(0.1, 20, 3000, true)]
    [InlineData(1.8, 20, 3000, true)]
    [InlineData(1.9, 20, 3000, false)] // g/√14 > 1/2
    [InlineData(1.8, 20, 7300, true)]
    [InlineData(1.8, 20, 7500, false)] // 1.8²/14 · 0.05 (1 + √0.6)²/9 · 7500 > 30
    [InlineData(1.8, 11, 3000, false)] // fewer samples than inputs
    public void OnlyWeaklyNonlinearNetworksAreSplit(double gain, int samples, int last, bool suits)
    {
        var experiment = Small with { Gain = gain, TrainingSamples = samples, LastEpoch = last };
        Assert.Equal(suits, TwoLayerSplitFlow.Suits(experiment));
    }

    // Between them the linear network's curvature is too large, and that of the tanh network is not.
    [Theory]
    [InlineData(1.6)]
    [InlineData(2.2)]
    public void WhereDescentConvergesSoDoesTheFlow(double rate)
    {
        var experiment = Small with { Gain = 1.8, LearningRate = rate, LastEpoch = 150 };
        Assert.True(TwoLayerSplitFlow.Suits(experiment));
        var flow = TwoLayerRun.Simulate(experiment, Draw(experiment), Algebra);
        var descent = TwoLayerRun.Simulate(
            experiment.TrainedBy(TwoLayerEngine.Literal),
            Draw(experiment),
            Algebra
        );
        Assert.InRange(descent.Curves.TrainingLoss[^1] / descent.Curves.TrainingLoss[0], 0, 0.5);
        Assert.InRange(flow.Curves.TrainingLoss[^1] / descent.Curves.TrainingLoss[^1], 0.5, 2);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1.8)]
    public void WhereDescentWouldDivergeSoDoesTheFlow(double gain)
    {
        // The largest η × curvature of Small at η = 1 is about 1.
        var slow = Small with
        {
            Gain = gain,
            LearningRate = 0.2,
            LastEpoch = 30,
        };
        TwoLayerRun.Simulate(slow, Draw(slow), Algebra);
        var fast = slow with { LearningRate = 8 };
        Assert.Throws<DivergenceException>(() => TwoLayerRun.Simulate(fast, Draw(fast), Algebra));
    }

    [Fact]
    public void TheWeakerTheNonlinearityTheFewerGradients()
    {
        int[] gradients = [.. new[] { 1e-3, 0.1, 0.5, 1.5 }.Select(Gradients)];
        Assert.Equal(gradients.Order(), gradients);
        Assert.InRange(gradients[0], 4, 12); // every step ten times as long as the one before
        Assert.InRange(gradients[^1], 2 * gradients[0], 200);

        static int Gradients(double gain)
        {
            var experiment = Weak with { Gain = gain };
            return TwoLayerRun.Simulate(experiment, Draw(experiment), Algebra).Gradients;
        }
    }

    /// <summary>The largest distance of the losses, relative to them.</summary>
    private static double Worst(LearningCurves curves, LearningCurves exact) =>
        curves
            .TrainingLoss.Concat(curves.GeneralizationLoss)
            .Zip(exact.TrainingLoss.Concat(exact.GeneralizationLoss), (a, b) => Math.Abs((a / b) - 1))
            .Max();
}
