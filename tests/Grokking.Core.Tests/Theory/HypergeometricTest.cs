using Grokking.Core.Tests.Numerics;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Core.Tests.Theory;

public sealed class HypergeometricTest
{
    /// <summary>Γ(a) divides; the text beside eq. 9 multiplies by it, which Γ(1) = Γ(2) = 1 forgive and Γ(3) = 2 does not.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 6)]
    public void The_regularised_function_is_the_plain_one_over_gamma(double parameter, double gamma)
    {
        foreach (double argument in new[] { 0.1, 1, 10 })
            Approximately.Equal(
                Hypergeometric.Plain(parameter, argument) / gamma,
                Hypergeometric.Regularized(parameter, argument),
                1e-13
            );
    }

    // ₀F₁(1/2; x²/4) = cosh x and ₀F₁(3/2; x²/4) = sinh x/x.
    [Theory]
    [InlineData(0.3)]
    [InlineData(5)]
    public void Of_half_numbers_it_is_elementary(double x)
    {
        Approximately.Equal(Math.Cosh(x), Hypergeometric.Plain(0.5, x * x / 4), 1e-14);
        Approximately.Equal(Math.Sinh(x) / x, Hypergeometric.Plain(1.5, x * x / 4), 1e-14);
    }

    [Fact]
    public void Arguments_outside_the_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Plain(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Plain(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Regularized(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Regularized(1, double.NaN));
    }
}
