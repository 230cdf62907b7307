using Grokking.Benchmarks.Growth;

namespace Grokking.Benchmarks.Tests;

public sealed class PowerLawTests
{
    [Fact]
    public void A_power_is_found_again()
    {
        double[] sizes = [125, 250, 500, 1000];
        PowerLaw law = PowerLaw.Fit(sizes, [.. sizes.Select(size => 7 * size * size * Math.Sqrt(size))]);
        Assert.Equal(2.5, law.Exponent, 1e-12); // rounding of logarithms
        Assert.Equal(1, law.LargestFactor, 1e-12);
    }

    // By hand: with sizes 1/e, 1, e the slope is that between the ends, here 1, and the level e to the mean of the
    // logarithms −1, 3, 1, which is e: costs of 1, e and e² would fit.
    [Fact]
    public void What_does_not_fit_is_said_as_a_factor()
    {
        PowerLaw law = PowerLaw.Fit([1 / Math.E, 1, Math.E], [1 / Math.E, Math.E * Math.E * Math.E, Math.E]);
        Assert.Equal(1, law.Exponent, 1e-12);
        Assert.Equal(Math.E * Math.E, law.LargestFactor, 1e-11);
    }

    [Fact]
    public void One_size_gives_no_exponent() =>
        Assert.Throws<ArgumentException>(() => PowerLaw.Fit([2, 2], [1, 1]));
}
