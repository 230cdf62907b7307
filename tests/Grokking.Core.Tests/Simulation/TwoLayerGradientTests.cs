using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerGradientTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(8)]
    public void TheTanhGradientIsTheDifferenceQuotientOfTheLoss(double gain)
    {
        var experiment = Small with { Gain = gain };
        var draw = Draw(experiment);
        var network = new TwoLayerTanhNetwork(experiment, draw, Implementations.Managed);
        var changeOfRows = network.Start.Copy();
        network.Change(network.Start, changeOfRows, 0);
        var change = Turned(changeOfRows);

        AssertGradient(draw.Student.First.Values, change.First.Values);
        AssertGradient(draw.Student.Second.Values, change.Second.Values);

        void AssertGradient(double[] weights, double[] changes)
        {
            double largest = changes.Max(Math.Abs);
            for (int i = 0; i < weights.Length; i++)
            {
                double shift = 1e-5;
                double original = weights[i];
                weights[i] = original + shift;
                double above = TrainingLoss(draw.Student, draw, gain);
                weights[i] = original - shift;
                double below = TrainingLoss(draw.Student, draw, gain);
                weights[i] = original;

                // Central differences: truncation ~ shift², rounding ~ 1e-16/shift, both below 1e-6 of the largest.
                double expected = -experiment.LearningRate * (above - below) / (2 * shift);
                Assert.Equal(expected, changes[i], 1e-6 * largest);
            }
        }
    }

    [Theory]
    [InlineData(20, 12, 7, 3)]
    [InlineData(8, 12, 7, 3)] // λ > 1, where Σ has a null space
    [InlineData(20, 13, 9, 7)] // nothing fills pairs, fives or eights
    [InlineData(20, 12, 16, 10)] // all do
    [InlineData(4, 1, 1, 1)]
    public void LinearDescentInTheEigenbasisIsEquation38StepByStep(
        int trainingSamples,
        int inputs,
        int hidden,
        int outputs
    )
    {
        var experiment = Small with
        {
            InputDimension = inputs,
            HiddenWidth = hidden,
            OutputDimension = outputs,
            TrainingSamples = trainingSamples,
            LastEpoch = 300,
        };
        var draw = Draw(experiment);
        var result = TwoLayerRun.Simulate(
            experiment.TrainedBy(TwoLayerEngine.Literal),
            draw,
            Implementations.Managed
        );

        var sigma = Combined(
            new(inputs, inputs),
            1.0 / trainingSamples,
            Product(Transposed(draw.Training.Samples), draw.Training.Samples)
        );
        var target = Product(draw.Teacher.First, draw.Teacher.Second);
        var (first, second) = (draw.Student.First, draw.Student.Second);
        double rate = 2 * experiment.LearningRate / experiment.OutputDimension;
        for (int epoch = 0, k = 0; k < result.Norms.Count; epoch++)
        {
            var distance = Combined(Product(first, second), -1, target);
            if (epoch == result.Curves.Grid.Epochs[k])
            {
                // The same sums in another order: 300 steps of rounding stay far below 1e-11.
                double loss = Product(Transposed(distance), Product(sigma, distance)).Trace() / outputs;
                Assert.Equal(1, result.Curves.TrainingLoss[k] / loss, 1e-11);
                Assert.Equal(
                    1,
                    result.Curves.GeneralizationLoss[k] / (distance.SquaredNorm() / outputs),
                    1e-11
                );
                Assert.Equal(1, result.Norms[k].Distance / distance.SquaredNorm(), 1e-11);
                Assert.Equal(1, result.Norms[k].Output / second.SquaredNorm(), 1e-11);
                double weights = (first.SquaredNorm() + second.SquaredNorm()) / 2;
                Assert.Equal(1, result.Norms[k].Weights / weights, 1e-11);
                k++;
            }
            var slope = Product(sigma, distance);
            (first, second) = (
                Combined(first, -rate, Product(slope, Transposed(second))),
                Combined(second, -rate, Product(Transposed(first), slope))
            );
        }
    }

    [Fact]
    public void ASmallGainIsTheLinearNetwork()
    {
        var linearSetting = Small with { LastEpoch = 1000 };
        var draw = Draw(linearSetting);
        var linear = TwoLayerRun.Simulate(
            linearSetting.TrainedBy(TwoLayerEngine.Literal),
            draw,
            Implementations.All[^1]
        );
        var tanh = TwoLayerRun.Simulate(
            (linearSetting with { Gain = 1e-4 }).TrainedBy(TwoLayerEngine.Literal),
            draw,
            Implementations.All[^1]
        );

        // φ(u) = u (1 − g²u²/3 + …) with |u| < 2.
        for (int k = 0; k < linear.Norms.Count; k++)
        {
            Assert.Equal(1, tanh.Curves.TrainingLoss[k] / linear.Curves.TrainingLoss[k], 1e-7);
            Assert.Equal(1, tanh.Curves.GeneralizationLoss[k] / linear.Curves.GeneralizationLoss[k], 1e-7);
            Assert.Equal(linear.Curves.GeneralizationAccuracy[k], tanh.Curves.GeneralizationAccuracy[k]);
        }
        Assert.Equal(linear.GrokkingTime, tanh.GrokkingTime);
    }
}
