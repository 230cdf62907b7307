using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerObservationTests
{
    [Theory]
    [InlineData(0, 2e-2)]
    [InlineData(5, 5e-3)]
    public void CurvesAndTimesAreWhatEveryStepShows(double gain, double epsilon)
    {
        var experiment = Small with
        {
            Gain = gain,
            Criterion = new() { Epsilon = epsilon },
            LastEpoch = 400,
        };
        var draw = Draw(experiment);
        var result = TwoLayerRun.Simulate(
            experiment.TrainedBy(TwoLayerEngine.Literal),
            draw,
            Implementations.Managed
        );

        var network = new TwoLayerTanhNetwork(
            experiment with
            {
                Gain = gain == 0 ? 1e-4 : gain, // φ(u) = u (1 − g²u²/3 …), |u| < 2
            },
            draw,
            Implementations.Managed
        );
        var rows = network.Start.Copy();
        var (training, fresh) = (new List<double>(), new List<double>());
        for (int epoch = 0, k = 0; epoch <= 400; epoch++, network.Change(rows, rows, 1))
        {
            var student = Turned(rows);
            double[] trainingErrors = SampleErrors(student, draw.Teacher, draw.Training.Samples, gain);
            double[] freshErrors = SampleErrors(student, draw.Teacher, draw.FreshSamples, gain);
            training.Add(trainingErrors.Count(error => error < epsilon) / 20.0);
            fresh.Add(freshErrors.Count(error => error < epsilon) / 300.0);
            if (epoch != result.Curves.Grid.Epochs[k])
                continue;
            Assert.Equal(1, result.Curves.TrainingLoss[k] / trainingErrors.Average(), 1e-7);
            Assert.Equal(training[^1], result.Curves.TrainingAccuracy[k]);
            Assert.Equal(fresh[^1], result.Curves.GeneralizationAccuracy[k]);
            k++;
        }

        AssertOnset(training, result.GrokkingTime.Training);
        AssertOnset(fresh, result.GrokkingTime.Generalization);

        static void AssertOnset(List<double> accuracies, ThresholdCrossing crossing)
        {
            int epoch = (int)Assert.IsType<ThresholdCrossing.Reached>(crossing).Epoch;
            Assert.True(accuracies[epoch - 1] < 0.95 && accuracies[epoch] >= 0.95);
        }
    }

    [Fact]
    public void ALevelThatIsMetAtOnceOrNotAtAllIsNamed()
    {
        var draw = Draw(Small);

        var easy = Small with
        {
            LastEpoch = 10,
            Criterion = new() { Epsilon = 100 },
        };
        var hard = Small with
        {
            LastEpoch = 10,
            Criterion = new() { Epsilon = 1e-12 },
        };

        Assert.IsType<ThresholdCrossing.Initially>(Time(easy).Training);
        Assert.IsType<ThresholdCrossing.Initially>(Time(easy).Generalization);
        Assert.Equal(new ThresholdCrossing.NotReachedBy(10), Time(hard).Training);
        Assert.Equal(new ThresholdCrossing.NotReachedBy(10), Time(hard).Generalization);

        GrokkingTime Time(TwoLayerExperiment experiment) =>
            TwoLayerRun.Simulate(experiment, draw, Implementations.Managed).GrokkingTime;
    }

    [Fact]
    public void WhereFreshSamplesAreNotScoredAllElseIsTheSame()
    {
        var experiment = Small with
        {
            Gain = 5,
            Criterion = new() { Epsilon = 5e-3 },
        };
        var draw = Draw(experiment);
        var scored = TwoLayerRun.Simulate(experiment, draw, Implementations.Managed);
        var unscored = TwoLayerRun.Simulate(
            experiment with
            {
                ScoresFreshSamples = false,
            },
            draw,
            Implementations.Managed
        );

        Assert.NotNull(scored.GrokkingTime.Difference);
        Assert.Equal(scored.GrokkingTime, unscored.GrokkingTime);
        Assert.Equal(scored.Curves.TrainingLoss, unscored.Curves.TrainingLoss);
        Assert.Equal(scored.Curves.TrainingAccuracy, unscored.Curves.TrainingAccuracy);
        Assert.Equal(scored.Curves.GeneralizationLoss, unscored.Curves.GeneralizationLoss);
        Assert.Equal(scored.Norms, unscored.Norms);
        Assert.Equal(scored.Norms.Count, scored.Curves.GeneralizationAccuracy.Count);
        Assert.Empty(unscored.Curves.GeneralizationAccuracy);
    }

    [Fact]
    public void InitialModesAreThoseOfTheDraw()
    {
        var draw = Draw(Small);
        var result = TwoLayerRun.Simulate(Small with { LastEpoch = 1 }, draw, Implementations.Managed);

        var kernel = Product(Transposed(draw.Student.Second), draw.Student.Second);
        var distance = Combined(
            Product(draw.Student.First, draw.Student.Second),
            -1,
            Product(draw.Teacher.First, draw.Teacher.Second)
        );
        var modes = result.InitialModes;
        Assert.Equal(3, modes.Count);
        Assert.Equal(kernel.SquaredNorm(), modes.Sum(mode => mode.Eigenvalue * mode.Eigenvalue), 1e-13);
        Assert.Equal(draw.Student.Second.SquaredNorm(), modes.Sum(mode => mode.Eigenvalue), 1e-13);
        Assert.Equal(distance.SquaredNorm(), modes.Sum(mode => mode.Distance), 1e-13);

        // Σ κ_j ‖D u_j‖² = Tr(D K Dᵀ): which distance belongs to which eigenvalue.
        double mixed = Product(Product(distance, kernel), Transposed(distance)).Trace();
        Assert.Equal(mixed, modes.Sum(mode => mode.Eigenvalue * mode.Distance), 1e-13);
        Assert.Equal(distance.SquaredNorm(), result.InitialNorms.Distance, 1e-13);
    }

    [Fact]
    public void DescentThatDivergesIsReported()
    {
        var experiment = Small with { LearningRate = 100, LastEpoch = 1000 };

        Assert.Throws<DivergenceException>(() =>
            TwoLayerRun.Simulate(
                experiment.TrainedBy(TwoLayerEngine.Literal),
                Draw(experiment),
                Implementations.Managed
            )
        );
    }

    [Fact]
    public void ADrawOfOtherSizesIsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            TwoLayerRun.Simulate(Small with { HiddenWidth = 8 }, Draw(Small), Implementations.Managed)
        );
}
