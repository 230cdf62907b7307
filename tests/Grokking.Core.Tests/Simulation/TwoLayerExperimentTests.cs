using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using static Grokking.Tests.Simulation.TwoLayerSetup;

namespace Grokking.Tests.Simulation;

public class TwoLayerExperimentTests
{
    [Fact]
    public void TheSampleRatioIsWhatTheWholeNumbersGive() => Assert.Equal(0.6, Small.SampleRatio);

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1001)]
    [InlineData(double.NaN)]
    public void AGainOutsideItsRangeIsRefusedByWithToo(double gain) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { Gain = gain });

    [Fact]
    public void EmptyNetworksAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { InputDimension = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { TrainingSamples = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { TestSamples = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { HiddenWidth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { OutputDimension = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { LastEpoch = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { PointsPerDecade = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { LearningRate = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { LiteralEpochs = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { LiteralEpochs = 1_000_000_001 });
    }

    [Theory]
    [InlineData("paper", 100_000)]
    [InlineData("quick", 1_000)]
    public void OnlyTheLinearNetworksOfFigure5StepLiterally(string name, int literal)
    {
        Profile profile = Profile.All.Single(one => one.Name == name);
        foreach (IStudy study in profile.TrainedBy(TwoLayerEngine.Mixed).Studies)
        foreach (TwoLayerExperiment setting in study.Experiments.OfType<TwoLayerExperiment>())
            Assert.Equal(study is HiddenWidthStudy && setting.Gain == 0 ? literal : 0, setting.LiteralEpochs);
        Assert.All(Settings(TwoLayerEngine.Flow), one => Assert.Equal(0, one.LiteralEpochs));
        Assert.All(Settings(TwoLayerEngine.Literal), one => Assert.True(one.LiteralEpochs >= one.LastEpoch));

        TwoLayerExperiment[] Settings(TwoLayerEngine engine) =>
            [
                .. profile
                    .TrainedBy(engine)
                    .Studies.SelectMany(study => study.Experiments)
                    .OfType<TwoLayerExperiment>(),
            ];
    }
}
