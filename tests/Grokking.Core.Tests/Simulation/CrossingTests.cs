using Grokking.Curves;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

public class CrossingTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void CrossingIsTheUpwardStepThatAScanOfAllEpochsFinds(int samples, int outputs, double decay)
    {
        var experiment = Cases.Experiment(samples, outputs, decay);
        for (int replica = 0; replica < 3; replica++)
        {
            var draw = Cases.Draw(experiment, replica);
            var naive = NaiveDescent.Run(experiment, draw);
            foreach (var engine in Enum.GetValues<Engine>())
            foreach (int points in new[] { 0, 3 })
            {
                var times = Cases
                    .Run(experiment with { PointsPerDecade = points }, draw, engine)
                    .GrokkingTime;
                IsUpwardStep(naive.TrainingAccuracy, times.Training, experiment.Criterion.Level);
                IsUpwardStep(naive.GeneralizationAccuracy, times.Generalization, experiment.Criterion.Level);
            }
        }
    }

    [Fact]
    public void SomeCrossingsAreReachedAndSomeAreNot()
    {
        // Guards the test above against being about nothing.
        var reached = Run(Cases.Experiment(20, 1, 0));
        Assert.IsType<ThresholdCrossing.Reached>(reached.Training);
        Assert.IsType<ThresholdCrossing.Reached>(reached.Generalization);
        var never = Run(Cases.Experiment(7, 1, 0));
        Assert.IsType<ThresholdCrossing.Reached>(never.Training);
        Assert.Equal(new ThresholdCrossing.NotReachedBy(700), never.Generalization);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void LevelMetBeforeTheFirstStepIsInitial(int points)
    {
        var experiment = Cases.Experiment(20, 1, 0) with
        {
            Criterion = new() { Epsilon = 1e6 },
            PointsPerDecade = points,
        };
        Assert.Equal(
            new(new ThresholdCrossing.Initially(), new ThresholdCrossing.Initially()),
            Run(experiment)
        );
    }

    [Fact]
    public void LevelIsReachedInTheLastEpochButNotBeforeIt()
    {
        var experiment = Cases.Experiment(20, 1, 0) with { PointsPerDecade = 0 };
        long crossing = (long)Run(experiment).Generalization.Time!.Value;

        var justInTime = Run(experiment with { LastEpoch = crossing });
        var tooEarly = Run(experiment with { LastEpoch = crossing - 1 });

        Assert.Equal(new ThresholdCrossing.Reached(crossing), justInTime.Generalization);
        Assert.Equal(new ThresholdCrossing.NotReachedBy(crossing - 1), tooEarly.Generalization);
    }

    private static GrokkingTime Run(LinearEstimators.Parameters.OneLayerExperiment experiment) =>
        Cases.Run(experiment, Cases.Draw(experiment)).GrokkingTime;

    private static void IsUpwardStep(List<double> accuracy, ThresholdCrossing crossing, double level)
    {
        int[] steps =
        [
            .. Enumerable
                .Range(1, accuracy.Count - 1)
                .Where(epoch => accuracy[epoch - 1] < level && accuracy[epoch] >= level),
        ];
        switch (crossing)
        {
            case ThresholdCrossing.Reached reached:
                Assert.Contains((int)reached.Epoch, steps);
                if (steps.Length == 1)
                    Assert.Equal(steps[0], reached.Epoch);
                break;
            case ThresholdCrossing.Initially:
                Assert.True(accuracy[0] >= level);
                break;
            default:
                Assert.Equal(new ThresholdCrossing.NotReachedBy(accuracy.Count - 1), crossing);
                Assert.True(accuracy[^1] < level);
                break;
        }
    }
}
