using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

public class EngineTests
{
    // For λ > 1 a part of D of size 1 stays for ever, and Dᵀx of a training sample rounds it away: a few ulps.
    private const double OutputRounding = 2e-15;

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void BothEnginesFollowTheNaiveGradient(int samples, int outputs, double decay)
    {
        var experiment = Cases.Experiment(samples, outputs, decay);
        var draw = Cases.Draw(experiment);
        var naive = NaiveDescent.Run(experiment, draw);
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var curves = Cases.Run(experiment, draw, engine).Curves!;
            int[] epochs = [.. curves.Grid.Epochs.Select(epoch => (int)epoch)];
            // The same iteration three ways: 700 roundings of 1e-16, with a wide margin.
            Cases.Close(At(naive.TrainingLoss), curves.TrainingLoss, 1e-10, OutputRounding);
            Cases.Close(At(naive.GeneralizationLoss), curves.GeneralizationLoss, 1e-10, OutputRounding);
            Assert.Equal(At(naive.TrainingAccuracy), curves.TrainingAccuracy);
            Assert.Equal(At(naive.GeneralizationAccuracy), curves.GeneralizationAccuracy);

            IEnumerable<double> At(List<double> values) => epochs.Select(epoch => values[epoch]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void EnginesAgreeWhereEigenmodesOscillate(int samples, int outputs, double decay)
    {
        var experiment = Cases.Experiment(samples, outputs, decay);
        var draw = Cases.Draw(experiment);
        // The fastest mode's factor per epoch becomes 1 − 1.9: it changes sign at every step.
        double largest = draw.Training.Eigenvalues[^1] + (decay / 2);
        experiment = experiment with { LearningRate = 0.95 * outputs / largest };

        var spectral = Cases.Run(experiment, draw);
        var literal = Cases.Run(experiment, draw, Engine.Literal);

        Cases.Close(literal.Curves!.TrainingLoss, spectral.Curves!.TrainingLoss, 1e-10, OutputRounding);
        Cases.Close(
            literal.Curves.GeneralizationLoss,
            spectral.Curves.GeneralizationLoss,
            1e-10,
            OutputRounding
        );
        Assert.Equal(literal.Curves.TrainingAccuracy, spectral.Curves.TrainingAccuracy);
        Assert.Equal(literal.Curves.GeneralizationAccuracy, spectral.Curves.GeneralizationAccuracy);
        Assert.Equal(literal.GrokkingTime, spectral.GrokkingTime);
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void EveryLinearAlgebraGivesTheSameRun(int samples, int outputs, double decay)
    {
        var experiment = Cases.Experiment(samples, outputs, decay);
        var expected = Cases.Run(experiment, Cases.Draw(experiment));
        foreach (var algebra in Implementations.All)
        {
            var draw = Cases.Draw(experiment, algebra: algebra);
            var result = OneLayerRun.Simulate(experiment, draw, algebra);
            // What the interface promises of its implementations.
            Cases.Close(expected.Curves!.TrainingLoss, result.Curves!.TrainingLoss, 1e-9, OutputRounding);
            Cases.Close(
                expected.Curves.GeneralizationLoss,
                result.Curves.GeneralizationLoss,
                1e-9,
                OutputRounding
            );
            Assert.Equal(expected.Curves.TrainingAccuracy, result.Curves.TrainingAccuracy);
            Assert.Equal(expected.Curves.GeneralizationAccuracy, result.Curves.GeneralizationAccuracy);
            Cases.Close(expected.Eigenvalues, result.Eigenvalues, 1e-9);
            Assert.Equal(expected.GrokkingTime, result.GrokkingTime);
        }
    }
}
