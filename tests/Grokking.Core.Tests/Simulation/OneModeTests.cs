using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>One input dimension, x = 1 always: Σ = 1 and D(t) = (1 − 2η)ᵗ D(0), known by hand.</summary>
public class OneModeTests
{
    private static readonly OneLayerExperiment Experiment = new()
    {
        InputDimension = 1,
        TrainingSamples = 1,
        TestSamples = 1,
        LastEpoch = 1,
        PointsPerDecade = 1,
    };

    private static readonly OneLayerDraw Draw = new(
        TrainingSet.Of(new Matrix(1, 1, [1]), Implementations.Managed),
        new Matrix(1, 1, [1]),
        Teacher: new Matrix(1, 1, [1]),
        Student: new Matrix(1, 1, [3])
    );

    [Theory]
    [InlineData(Engine.Spectral)]
    [InlineData(Engine.Literal)]
    public void LearnsInOneStepAtTheRateOneHalf(Engine engine)
    {
        var result = Cases.Run(Experiment with { LearningRate = 0.5, LastEpoch = 8 }, Draw, engine);

        Assert.All(result.Curves!.TrainingLoss, loss => Assert.Equal(0, loss));
        Assert.Equal(new ThresholdCrossing.Reached(1), result.GrokkingTime.Training);
        Assert.Equal(new ThresholdCrossing.Reached(1), result.GrokkingTime.Generalization);
    }

    [Theory]
    [InlineData(Engine.Spectral)]
    [InlineData(Engine.Literal)]
    public void RefusesToDiverge(Engine engine)
    {
        // 2η(ν + γ/2) = 2 exactly, without and with weight decay; just below it descent oscillates for ever.
        var atTheEdge = Experiment with
        {
            LearningRate = 1,
        };
        var byDecay = Experiment with { LearningRate = 0.5, WeightDecay = 2 };
        Assert.Throws<ArgumentException>(() => Cases.Run(atTheEdge, Draw, engine));
        Assert.Throws<ArgumentException>(() => Cases.Run(byDecay, Draw, engine));
        Cases.Run(Experiment with { LearningRate = 0.999 }, Draw, engine);
    }

    [Theory]
    // t chosen so that 2ηt = 10: the loss is 4(1 − 2η)^{2t}, and log(1 − x) = −x − x²/2 − x³/3 to 1e-20.
    [InlineData(1e-9, 5_000_000_000)]
    [InlineData(1e-7, 50_000_000)]
    [InlineData(1e-5, 500_000)]
    public void StaysAccurateAfterBillionsOfEpochs(double rate, long last)
    {
        double x = 2 * rate;
        double expected = 4 * Math.Exp(-2.0 * last * (x + (x * x / 2) + (x * x * x / 3)));

        var result = Cases.Run(Experiment with { LearningRate = rate, LastEpoch = last }, Draw);

        Assert.Equal(expected, result.Curves!.TrainingLoss[^1], 1e-13 * expected); // exp of 20: 20 ulps
    }

    [Fact]
    public void CrossesAtTheEpochFoundByHand()
    {
        // Correct once 4(1 − 2η)^{2t} < 1e-3: t > log(4000)/(−2 log 0.98) = 205.27….
        var result = Cases.Run(Experiment with { LearningRate = 0.01, LastEpoch = 1_000_000 }, Draw);
        Assert.Equal(new ThresholdCrossing.Reached(206), result.GrokkingTime.Training);
        Assert.Equal(new ThresholdCrossing.Reached(206), result.GrokkingTime.Generalization);
    }

    [Fact]
    public void WeightDecayEndsBetweenTeacherAndZero()
    {
        // (ν + g)(S − T) + g·T = 0 at rest: D = −g/(ν+g)·T = −1/3 with g = γ/2 = 1/2.
        var experiment = Experiment with
        {
            LearningRate = 0.1,
            WeightDecay = 1,
            LastEpoch = 1_000_000_000_000_000,
        };
        var curves = Cases.Run(experiment, Draw).Curves!;
        Assert.Equal(1.0 / 9, curves.TrainingLoss[^1], 1e-15); // an ulp or two
        Assert.Equal(1.0 / 9, curves.GeneralizationLoss[^1], 1e-15);
    }

    [Fact]
    public void RefusesADrawOfOtherSizes()
    {
        Assert.Throws<ArgumentException>(() => Cases.Run(Experiment with { TestSamples = 2 }, Draw));
        Assert.Throws<ArgumentException>(() => Cases.Run(Experiment with { TrainingSamples = 2 }, Draw));
        Assert.Throws<ArgumentException>(() => Cases.Run(Experiment with { OutputDimension = 2 }, Draw));
    }
}
