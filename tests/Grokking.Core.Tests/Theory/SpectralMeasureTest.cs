using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class SpectralMeasureTest
{
    [Fact]
    public void Drawn_eigenvalues_weigh_the_same()
    {
        var measure = SpectralMeasure.Of([0.5, 1, 4]);
        Assert.Equal((0.25 + 1 + 16) / 3, measure.Expectation(node => node * node).Value, 1e-15);
        Assert.InRange(measure.Expectation(node => node).Error, 0, 1e-13); // exact: rounding only
    }

    [Fact]
    public void Zero_modes_count_like_the_others()
    {
        var measure = SpectralMeasure.Of([1, 2], zeroModes: 3);
        Assert.Equal(3.0 / 5, measure.Expectation(node => node).Value, 1e-15);
        Assert.Equal(3.0 / 5, measure.Expectation(node => node == 0 ? 1 : 0).Value, 1e-15);
    }

    [Fact]
    public void Rounding_below_zero_is_cut_off() => Assert.Equal(0, SpectralMeasure.Of([-1e-14, 1]).Nodes[0]);

    [Theory]
    [InlineData(-0.1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(0, 0)]
    public void Refuses_what_is_no_spectrum(double first, double second) =>
        Assert.Throws<ArgumentException>(() => SpectralMeasure.Of([first, second]));

    [Fact]
    public void Refuses_an_empty_spectrum_and_negative_counts()
    {
        Assert.Throws<ArgumentException>(() => SpectralMeasure.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralMeasure.Of([1], -1));
    }
}
