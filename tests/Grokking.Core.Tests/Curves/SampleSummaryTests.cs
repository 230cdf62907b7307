using Grokking.Curves;

namespace Grokking.Tests.Curves;

public sealed class SampleSummaryTests
{
    [Fact]
    public void The_band_lies_one_deviation_to_either_side()
    {
        var summary = new SampleSummary(4, 3, 0.5);
        Assert.Equal(2.5, summary.Lower);
        Assert.Equal(3.5, summary.Upper);
        var alone = new SampleSummary(1, 3, null);
        Assert.Null(alone.Lower);
        Assert.Null(alone.Upper);
    }

    [Fact]
    public void All_are_summarised_or_none()
    {
        Assert.Equal(SampleSummary.Of([1, 2, 6]), SampleSummary.OfAll([1, 2, 6]));
        Assert.Null(SampleSummary.OfAll([1, null, 6]));
        Assert.Null(SampleSummary.OfAll([null, null]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_has_no_mean(double none)
    {
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([1, none]));
        Assert.Throws<ArgumentException>(() => SampleSummary.OfAll([none, 1]));
    }
}
