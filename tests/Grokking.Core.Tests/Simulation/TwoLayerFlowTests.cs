using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerFlowTests
{
    [Fact]
    public void ZerosThatFillUpALayoutDoNotLoosenTheTolerance()
    {
        // At such a gain tanh is the linear network, and nothing fills it up; linear, zeros fill it up tenfold.
        var linear = Small with
        {
            HiddenWidth = 1,
            OutputDimension = 1,
            LearningRate = 0.005,
            LastEpoch = 6000,
        };
        var tanh = linear with { Gain = 1e-4 };
        var draw = Draw(linear);
        double filled = Gradients(new TwoLayerLinearNetwork(linear, draw, Implementations.Managed));
        double whole = Gradients(new TwoLayerTanhNetwork(tanh, draw, Implementations.Managed));
        Assert.Equal(1, filled / whole, 0.1); // loosened it is 0.68

        int Gradients(ITwoLayerNetwork network) =>
            new TwoLayerFlow(network, 5e-6).Run(network.Start, 0, linear.LastEpoch, _ => { });
    }

    [Theory]
    [InlineData(1.4, true)]
    [InlineData(2.0, false)]
    public void TheFlowStandsForDescentWhereDescentConverges(double stiffness, bool converges)
    {
        var experiment = Small with { LastEpoch = 30 };
        var draw = Draw(experiment);
        double rate = stiffness / LargestCurvature(experiment, draw);
        var asked = experiment with { LearningRate = rate };
        if (converges)
            TwoLayerRun.Simulate(asked, draw, Implementations.Managed);
        else
            Assert.Throws<DivergenceException>(() =>
                TwoLayerRun.Simulate(asked, draw, Implementations.Managed)
            );
    }

    [Fact]
    public void AnOnsetIsWhereTheExcessVanishes()
    {
        var experiment = Small with { LastEpoch = 300 };
        var network = new TwoLayerLinearNetwork(experiment, Draw(experiment), Implementations.Managed);
        var weights = network.Start.Copy();
        double start = network.PopulationLoss(weights);
        List<double> onsets = [];
        new TwoLayerFlow(network, 1e-6).Run(
            network.Start,
            0,
            300,
            stretch =>
            {
                if (onsets.Count > 0 || Excess(At(stretch, stretch.End)) > 0)
                    return;
                double onset = stretch.Onset(Excess);
                Assert.InRange(onset, stretch.Start, stretch.End);
                Assert.Equal(0, Excess(At(stretch, onset)), 1e-9);
                onsets.Add(onset);
            }
        );
        Assert.Single(onsets);

        double Excess(TwoLayerWeights at) => Math.Log(network.PopulationLoss(at) / (start / 2));

        TwoLayerWeights At(ITwoLayerStretch stretch, double epoch)
        {
            stretch.At(epoch, weights);
            return weights;
        }
    }

    /// <summary>The largest eigenvalue of the Hessian at epoch 0, by two hundred products with it.</summary>
    private static double LargestCurvature(TwoLayerExperiment experiment, TwoLayerDraw draw)
    {
        const double shift = 1e-6;
        var network = new TwoLayerLinearNetwork(experiment, draw, Implementations.Managed);
        double[] start = Vector(network.Start);
        double[] slope = Change(start);
        double[] direction = [.. slope];
        double largest = 0;
        for (int k = 0; k < 200; k++)
        {
            double length = Math.Sqrt(direction.Sum(value => value * value));
            double[] shifted = [.. start.Zip(direction, (value, along) => value + (shift * along / length))];
            direction = [.. Change(shifted).Zip(slope, (there, here) => (there - here) / shift)];
            largest = Math.Sqrt(direction.Sum(value => value * value));
        }
        return largest / experiment.LearningRate;

        double[] Change(double[] at)
        {
            var (weights, change) = (network.Start.Copy(), network.Start.Copy());
            weights.Read(at);
            network.Change(weights, change, 0);
            return Vector(change);
        }

        static double[] Vector(TwoLayerWeights weights)
        {
            var vector = new double[weights.Count];
            weights.Write(vector);
            return vector;
        }
    }
}
