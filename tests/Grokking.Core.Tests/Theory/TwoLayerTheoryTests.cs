using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Tests.Theory;

public class TwoLayerTheoryTests
{
    private static readonly TwoLayerExperiment Figure5 = new()
    {
        InputDimension = 900,
        TrainingSamples = 1000,
        TestSamples = 1,
        HiddenWidth = 50,
        OutputDimension = 5,
        LastEpoch = 1,
        PointsPerDecade = 1,
    };

    private static OneLayerTheory OneLayer(double learningRate) =>
        new(new OneLayerParameters { SampleRatio = 0.9, LearningRate = learningRate });

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(30_000)]
    public void ItIsTheOneLayerModelSlowedDownAndScaled(double time)
    {
        // Eq. 19 as derived: η → η/(2 d_out²), times E‖D(0)‖² = 1/(2 d_h), divided by d_out.
        var theory = TwoLayerTheory.Expected(Figure5);
        var oneLayer = OneLayer(0.01 / 50);

        Assert.Equal(
            1,
            theory.TrainingLoss(time).Value / (oneLayer.TrainingLoss.At(time).Value / 500),
            1e-12
        );
        Assert.Equal(
            1,
            theory.GeneralizationLoss(time).Value / (oneLayer.GeneralizationLoss.At(time).Value / 500),
            1e-12
        );
    }

    [Fact]
    public void AnUndeterminedTeacherLeavesItsPartOfTheGeneralizationLoss()
    {
        TwoLayerExperiment few = Figure5 with { TrainingSamples = 450 };
        var theory = TwoLayerTheory.Expected(few);
        // λ = 2: half the modes are zero, and of ‖D(0)‖²/d_out = 1/500 half stays.
        Assert.Equal(1, theory.FinalGeneralizationLoss * 1000, 1e-9);
        Assert.Equal(0, theory.FinalTrainingLoss);
        Assert.Equal(0, TwoLayerTheory.Expected(Figure5).FinalGeneralizationLoss);
    }

    [Fact]
    public void ALinearNetworkHasSlopeOneAndATanhNetworkLess()
    {
        Assert.Equal(1, TwoLayerTheory.MeanSlope(Figure5));
        Assert.InRange(TwoLayerTheory.MeanSlope(Figure5 with { Gain = 1 }), 0.9, 0.999);
    }

    [Fact]
    public void DeviationsAreTheLargestRatiosOfEachLossEitherWay()
    {
        LearningCurves measured = Curves([1, 2, 4], [1, 1, 1]);
        LearningCurves other = Curves([1, 4, 1], [1, 1, 3]);
        var deviation = TwoLayerDeviation.Of(measured, other);
        Assert.Equal(Math.Log(4), deviation.Training, 1e-15);
        Assert.Equal(Math.Log(3), deviation.Generalization, 1e-15);
        Assert.Equal(deviation, TwoLayerDeviation.Of(other, measured));
        Assert.Equal(new TwoLayerDeviation(0, 0), TwoLayerDeviation.Of(measured, measured));
    }

    [Fact]
    public void DeviationsFromTheoryKeepTheLossesApart()
    {
        var theory = TwoLayerTheory.Expected(Figure5);
        int[] epochs = [1, 10, 100];
        LearningCurves measured = Curves(
            [.. epochs.Select(epoch => 2 * theory.TrainingLoss(epoch).Value)],
            [.. epochs.Select(epoch => theory.GeneralizationLoss(epoch).Value / 3)]
        );
        var deviation = TwoLayerDeviation.Of(measured, theory);
        Assert.Equal(Math.Log(2), deviation.Training, 1e-14);
        Assert.Equal(Math.Log(3), deviation.Generalization, 1e-14);
    }

    private static LearningCurves Curves(double[] training, double[] generalization) =>
        new(TimeGrid.Logarithmic(100, 1), training, generalization, [], []);

    [Fact]
    public void ThePrintedEquation19IsLargerByTheNumberOfOutputs()
    {
        var (derived, printed) = (TwoLayerTheory.Expected(Figure5), TwoLayerTheory.AsPrinted(Figure5));

        Assert.Equal(5, printed.TrainingLoss(500).Value / derived.TrainingLoss(500).Value, 1e-12);
        Assert.Equal(5, printed.GeneralizationLoss(500).Value / derived.GeneralizationLoss(500).Value, 1e-12);
        Assert.Equal(10, printed.WeightsChange(500).Value / derived.WeightsChange(500).Value, 1e-12);
    }

    [Fact]
    public void AFrozenKernelIsASumOfOneLayerModels()
    {
        double[] kernel = [0.05, 0.07, 0.1, 0.12, 0.2];
        double[] distances = [1e-3, 3e-3, 2e-3, 5e-3, 4e-3];
        var theory = TwoLayerTheory.FrozenKernel(Figure5, null, kernel, distances);

        foreach (double time in new[] { 1.0, 100, 10_000 })
        {
            double training = 0;
            double generalization = 0;
            for (int j = 0; j < 5; j++)
            {
                var oneLayer = OneLayer(0.01 * kernel[j] / 5);
                training += distances[j] / 5 * oneLayer.TrainingLoss.At(time).Value;
                generalization += distances[j] / 5 * oneLayer.GeneralizationLoss.At(time).Value;
            }
            Assert.Equal(1, theory.TrainingLoss(time).Value / training, 1e-11);
            Assert.Equal(1, theory.GeneralizationLoss(time).Value / generalization, 1e-11);
        }
    }

    [Fact]
    public void ADrawnSpectrumReplacesTheLaw()
    {
        // One eigenvalue ν = 2 makes the expectation a single exponential.
        var theory = TwoLayerTheory.Expected(Figure5, SpectralMeasure.Of([2]));

        double decay = Math.Exp(-4 * (0.01 / 50) * 2 * 700);
        Assert.Equal(1, theory.GeneralizationLoss(700).Value / (decay / 500), 1e-12);
        Assert.Equal(1, theory.TrainingLoss(700).Value / (2 * decay / 500), 1e-12);

        // h − h(0) = −(‖D(0)‖²/κ)(a − a²), a² = decay.
        double expected = -0.01 / 0.1 * (Math.Sqrt(decay) - decay);
        Assert.Equal(1, theory.WeightsChange(700).Value / expected, 1e-12);
    }

    [Fact]
    public void WeightsStartAndEndWhereTheyWere()
    {
        var theory = TwoLayerTheory.Expected(Figure5);

        Assert.Equal(0, theory.WeightsChange(0).Value);
        Assert.InRange(theory.WeightsChange(2000).Value, -0.02, -0.01);
        Assert.Equal(0, theory.WeightsChange(1e8).Value, 1e-12);
    }

    [Fact]
    public void TimesAreWhereTheLossesReachTheThreshold()
    {
        var theory = TwoLayerTheory.Expected(Figure5);
        var times = theory.Times(Figure5.Criterion);
        double threshold = AccuracyLaw.ThresholdLoss(5, Figure5.Criterion);

        double training = Assert.IsType<ThresholdCrossing.Reached>(times.Training).Epoch;
        double generalization = Assert.IsType<ThresholdCrossing.Reached>(times.Generalization).Epoch;
        Assert.Equal(1, theory.TrainingLoss(training).Value / threshold, 1e-8);
        Assert.Equal(1, theory.GeneralizationLoss(generalization).Value / threshold, 1e-8);
    }

    [Fact]
    public void ATanhNetworkIsSlowerAndSmallerByItsMeanSlopeSquared()
    {
        var tanh = Figure5 with { Gain = 5 };
        double slope = TwoLayerTheory.MeanSlope(tanh);

        // E[1 − tanh²(z/2)] over z ~ N(0, 1), g‖w‖ = 5 · 0.1, by an obvious sum.
        double sum = 0;
        for (double z = -10; z <= 10; z += 0.01)
            sum += 0.01 * Math.Exp(-z * z / 2) * (1 - Math.Pow(Math.Tanh(z / 2), 2));
        Assert.Equal(sum / Math.Sqrt(2 * Math.PI), slope, 1e-10);

        var (theory, linear) = (TwoLayerTheory.Expected(tanh), TwoLayerTheory.Expected(Figure5));
        double m2 = slope * slope;
        Assert.Equal(1, theory.TrainingLoss(1000).Value / m2 / linear.TrainingLoss(1000 * m2).Value, 1e-11);
        Assert.Equal(
            1,
            theory.GeneralizationLoss(1000).Value / m2 / linear.GeneralizationLoss(1000 * m2).Value,
            1e-11
        );
    }

    [Fact]
    public void DeviationIsTheLargestLogarithmOfARatio()
    {
        var theory = TwoLayerTheory.Expected(Figure5);
        var grid = TimeGrid.Logarithmic(100, 2);
        double[] training = [.. grid.Epochs.Select(t => theory.TrainingLoss(t).Value * (t == 10 ? 0.25 : 2))];
        double[] fresh = [.. grid.Epochs.Select(t => theory.GeneralizationLoss(t).Value * (t == 10 ? 3 : 1))];

        var deviation = TwoLayerDeviation.Of(new(grid, training, fresh, fresh, fresh), theory);

        Assert.Equal(Math.Log(4), deviation.Training, 1e-12);
        Assert.Equal(Math.Log(3), deviation.Generalization, 1e-12);
    }

    [Fact]
    public void AKernelOfTheWrongSizeOrSignIsRefused()
    {
        double[] five = [1, 1, 1, 1, 1];

        Assert.Throws<ArgumentException>(() => TwoLayerTheory.FrozenKernel(Figure5, null, [1], five));
        Assert.Throws<ArgumentException>(() => TwoLayerTheory.FrozenKernel(Figure5, null, five, [1]));
        Assert.Throws<ArgumentException>(() =>
            TwoLayerTheory.FrozenKernel(Figure5, null, [0, 1, 1, 1, 1], five)
        );
    }
}
