using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

/// <summary>Students that start at another scale and learn from labels that are wrong.</summary>
public class NoisyLabelTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void BothEnginesFollowTheNaiveGradient(int samples, int outputs, double decay)
    {
        var experiment = Cases.Experiment(samples, outputs, decay) with
        {
            LabelNoise = 0.3,
            StudentScale = 2,
        };
        var draw = Cases.Draw(experiment);
        var naive = NaiveDescent.Run(experiment, draw);
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var curves = Cases.Run(experiment, draw, engine).Curves!;
            int[] epochs = [.. curves.Grid.Epochs.Select(epoch => (int)epoch)];
            // As without noise: 700 roundings of 1e-16, with a wide margin; outputs here are of size 10.
            Cases.Close(epochs.Select(t => naive.TrainingLoss[t]), curves.TrainingLoss, 1e-10, 2e-14);
            Cases.Close(
                epochs.Select(t => naive.GeneralizationLoss[t]),
                curves.GeneralizationLoss,
                1e-10,
                2e-14
            );
            Assert.Equal(epochs.Select(t => naive.GeneralizationAccuracy[t]), curves.GeneralizationAccuracy);
        }
    }

    [Fact]
    public void ScaleAndNoiseLeaveEverythingElseAsDrawn()
    {
        var experiment = Cases.Experiment(samples: 20, outputs: 3, decay: 0);
        var plain = Cases.Draw(experiment);
        var changed = Cases.Draw(experiment with { LabelNoise = 0.5, StudentScale = 3 });
        Assert.Equal(plain.Teacher.Values, changed.Teacher.Values);
        Assert.Equal(plain.FreshSamples.Values, changed.FreshSamples.Values);
        // One product of doubles more or less: half a unit in the last place each.
        Assert.All(
            plain.Student.Values.Zip(changed.Student.Values),
            pair => Assert.Equal(3 * pair.First, pair.Second, 1e-15)
        );
        Assert.Null(plain.LabelNoise);
        // 60 squares of variance 1/4: their mean is within 5 of its standard deviations √(2/60)/4.
        Assert.Equal(0.25, changed.LabelNoise!.SquaredNorm() / 60, 5 * Math.Sqrt(2.0 / 60) / 4);
    }
}
