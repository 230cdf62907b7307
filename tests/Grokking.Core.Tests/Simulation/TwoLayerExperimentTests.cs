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
    }
}
