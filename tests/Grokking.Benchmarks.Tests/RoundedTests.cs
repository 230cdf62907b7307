using Grokking.Benchmarks.Results;

namespace Grokking.Benchmarks.Tests;

public sealed class RoundedTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(1.2345, "1.23")]
    [InlineData(45.67, "45.7")]
    [InlineData(789.4, "789")]
    [InlineData(1234567, "1 230 000")]
    [InlineData(0.012345, "0.0123")]
    public void Three_digits_say_enough(double value, string text) =>
        Assert.Equal(text, Rounded.Number(value));

    [Theory]
    [InlineData(7300, "2.03 h")]
    [InlineData(300, "5 min")]
    [InlineData(60, "60 s")]
    [InlineData(0.0012, "1.2 ms")]
    [InlineData(2.5e-9, "2.5 ns")]
    public void A_duration_has_the_unit_that_suits_it(double seconds, string text) =>
        Assert.Equal(text, Rounded.Seconds(seconds));
}
