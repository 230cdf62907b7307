using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerEngineTests
{
    // As slow against its curvature as figure 5: η × the largest eigenvalue of the Hessian is about 1e-3.
    private static readonly TwoLayerExperiment Slow = Small with { LearningRate = 0.005, LastEpoch = 6000 };

    [Theory]
    [InlineData(0, 1.5e-2, 50, 600)]
    [InlineData(1, 1.5e-2, 20, 100)] // split
    [InlineData(3, 8e-3, 50, 600)]
    public void TheFlowFollowsDescentToTheRateTimesTheCurvature(
        double gain,
        double epsilon,
        int fewest,
        int most
    )
    {
        var experiment = Slow with
        {
            Gain = gain,
            Criterion = new() { Epsilon = epsilon },
        };
        var draw = Draw(experiment);
        var descent = TwoLayerRun.Simulate(
            experiment.TrainedBy(TwoLayerEngine.Literal),
            draw,
            Implementations.All[^1]
        );
        var flow = TwoLayerRun.Simulate(
            experiment.TrainedBy(TwoLayerEngine.Flow),
            draw,
            Implementations.All[^1]
        );

        // Over a decay by n e-folds the two drift apart by n × 1e-3/2 in D, twice that in the losses.
        for (int k = 0; k < flow.Norms.Count; k++)
        {
            Assert.Equal(1, flow.Curves.TrainingLoss[k] / descent.Curves.TrainingLoss[k], 3e-3);
            Assert.Equal(1, flow.Curves.GeneralizationLoss[k] / descent.Curves.GeneralizationLoss[k], 3e-3);
            Assert.Equal(1, flow.Norms[k].Weights / descent.Norms[k].Weights, 3e-4);
        }
        Assert.Equal(
            1,
            flow.GrokkingTime.Training.Time!.Value / descent.GrokkingTime.Training.Time!.Value,
            5e-3
        );
        Assert.Equal(
            1,
            flow.GrokkingTime.Generalization.Time!.Value / descent.GrokkingTime.Generalization.Time!.Value,
            5e-3
        );
        Assert.InRange(flow.Gradients, fewest, most);
        Assert.InRange(descent.Gradients, 6000, 12_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void LiteralStepsComeFirstAndTheFlowGoesOnFromThem(double gain)
    {
        // 150 is between two recorded epochs.
        const int literalEpochs = 150;
        var experiment = Slow with { Gain = gain, LastEpoch = 3000 };
        var draw = Draw(experiment);
        var mixed = TwoLayerRun.Simulate(
            experiment with
            {
                LiteralEpochs = literalEpochs,
            },
            draw,
            Implementations.All[^1]
        );
        var literal = Engine(TwoLayerEngine.Literal);
        var flow = Engine(TwoLayerEngine.Flow);

        for (int k = 0; k < mixed.Norms.Count; k++)
        {
            if (mixed.Curves.Grid.Epochs[k] <= literalEpochs)
                Assert.Equal(literal.Curves.TrainingLoss[k], mixed.Curves.TrainingLoss[k]);
            // Flow for descent costs 3e-3 over twice as many epochs, as above.
            Assert.Equal(1, mixed.Curves.TrainingLoss[k] / literal.Curves.TrainingLoss[k], 3e-3);
        }
        double late = mixed.Curves.TrainingLoss[^1] / literal.Curves.TrainingLoss[^1];
        Assert.NotEqual(1, late, 1e-9); // so it was the flow
        Assert.InRange(mixed.Gradients, literalEpochs + 10, flow.Gradients + (2 * literalEpochs));

        TwoLayerResult Engine(TwoLayerEngine engine) =>
            TwoLayerRun.Simulate(experiment.TrainedBy(engine), draw, Implementations.All[^1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ALevelMetBetweenTheLastRecordedAndTheLastLiteralEpochIsMetLiterally(double gain)
    {
        var experiment = Slow with
        {
            Gain = gain,
            Criterion = new() { Epsilon = 1.5e-2 },
        };
        var draw = Draw(experiment);
        var literal = Simulate(experiment.TrainedBy(TwoLayerEngine.Literal));
        var (early, late) = Times(literal);
        int last = (int)early + 1;
        Assert.DoesNotContain((long)early, literal.Curves.Grid.Epochs);
        Assert.True(late > last);

        var mixed = Times(Simulate(experiment with { LiteralEpochs = last }));

        Assert.Equal(early, mixed.Early);
        Assert.NotEqual(late, mixed.Late);
        Assert.Equal(1, mixed.Late / late, 5e-3);

        // Which of training and generalisation comes first does not matter here.
        static (double Early, double Late) Times(TwoLayerResult result)
        {
            double training = result.GrokkingTime.Training.Time!.Value;
            double generalization = result.GrokkingTime.Generalization.Time!.Value;
            return (Math.Min(training, generalization), Math.Max(training, generalization));
        }

        TwoLayerResult Simulate(TwoLayerExperiment setting) =>
            TwoLayerRun.Simulate(setting, draw, Implementations.All[^1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void TheFlowConvergesWithItsTolerance(double gain)
    {
        var slow = Slow with { Gain = gain };
        var draw = Draw(slow);
        var exact = TwoLayerRun.Simulate(slow, draw, Implementations.All[^1], flowTolerance: 1e-9);

        double coarse = Worst(1e-4);
        double fine = Worst(1e-7);

        // Second order under control per step: error ~ tolerance^{2/3}, here 100-fold for 1000-fold.
        Assert.InRange(coarse / fine, 30, 1000);

        double Worst(double tolerance)
        {
            var flow = TwoLayerRun.Simulate(slow, draw, Implementations.All[^1], flowTolerance: tolerance);
            return flow
                .Curves.TrainingLoss.Zip(exact.Curves.TrainingLoss, (a, b) => Math.Abs((a / b) - 1))
                .Max();
        }
    }

    [Theory]
    [InlineData(0, TwoLayerEngine.Flow)]
    [InlineData(0, TwoLayerEngine.Literal)]
    [InlineData(1, TwoLayerEngine.Flow)]
    [InlineData(1, TwoLayerEngine.Literal)]
    public void TheSameDrawGivesTheSameBits(double gain, TwoLayerEngine engine)
    {
        var experiment = (Small with { Gain = gain, LastEpoch = 300 }).TrainedBy(engine);
        var algebra = Implementations.All[^1];

        var once = TwoLayerRun.Simulate(experiment, Draw(experiment), algebra);
        var again = TwoLayerRun.Simulate(experiment, Draw(experiment), algebra);

        Assert.Equal(once.Curves.TrainingLoss, again.Curves.TrainingLoss);
        Assert.Equal(once.Curves.GeneralizationLoss, again.Curves.GeneralizationLoss);
        Assert.Equal(once.Norms, again.Norms);
        Assert.Equal(once.GrokkingTime, again.GrokkingTime);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void EveryLinearAlgebraTellsTheSame(double gain)
    {
        var experiment = Small with
        {
            Gain = gain,
            LastEpoch = 10_000,
            Criterion = new() { Epsilon = 1e-3 },
        };
        var draw = Draw(experiment);
        foreach (var engine in new[] { TwoLayerEngine.Literal, TwoLayerEngine.Flow })
        {
            TwoLayerResult[] results =
            [
                .. Implementations.All.Select(algebra =>
                    TwoLayerRun.Simulate(experiment.TrainedBy(engine), draw, algebra)
                ),
            ];

            // Training forgets rather than amplifies what rounding differs: 1e-9 is the linear algebras' own promise.
            foreach (var result in results)
            {
                Assert.All(
                    result.Curves.TrainingLoss.Zip(results[0].Curves.TrainingLoss),
                    pair => Assert.Equal(1, pair.First / pair.Second, 1e-9)
                );
                Assert.Equal(
                    1,
                    Epoch(result.GrokkingTime.Training) / Epoch(results[0].GrokkingTime.Training),
                    1e-9
                );
                Assert.Equal(
                    1,
                    Epoch(result.GrokkingTime.Generalization) / Epoch(results[0].GrokkingTime.Generalization),
                    1e-9
                );
            }
        }

        static double Epoch(ThresholdCrossing crossing) =>
            Assert.IsType<ThresholdCrossing.Reached>(crossing).Epoch;
    }
}
