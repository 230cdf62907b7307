namespace Grokking.Figures.Tests;

public class CaptionTextTests
{
    [Theory]
    [InlineData(0.9, "0.9")]
    [InlineData(0, "0")]
    [InlineData(0.001, "0.001")]
    [InlineData(1e-4, "10^(−4)")]
    [InlineData(3e-5, "3×10^(−5)")]
    public void NumbersAreTypstMathematics(double value, string expected) =>
        Assert.Equal(expected, CaptionText.Number(value));

    [Fact]
    public void ListsAreReadAloud()
    {
        Assert.Equal("", CaptionText.List([]));
        Assert.Equal("0.1", CaptionText.List([0.1]));
        Assert.Equal("0.1, 0.9 and 1.5", CaptionText.List([0.1, 0.9, 1.5]));
    }

    [Fact]
    public void FractionsArePercent() => Assert.Equal("95 %", CaptionText.Percent(0.95));
}
