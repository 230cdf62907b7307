using Grokking.Numerics;

namespace Grokking.Core.Tests.Numerics;

public sealed class LambertWTest
{
    [Fact]
    public void Known_values()
    {
        Assert.Equal(0, LambertW.Principal(0));
        Approximately.Equal(0.567143290409783872999968662210, LambertW.Principal(1), 3e-16); // the omega constant
        Approximately.Equal(1, LambertW.Principal(Math.E), 3e-16);
        Approximately.Equal(-Math.Log(2), LambertW.Principal(-Math.Log(2) / 2), 1e-15);
        Assert.Equal(-1, LambertW.Principal(-Math.Exp(-1)), 1e-7); // −1/e is not a double: √(2e·1e-17) away
    }

    [Fact]
    public void Inverts_w_exp_w()
    {
        for (double w = -0.9; w < 700; w += 0.0625 + (Math.Abs(w) / 8))
        {
            // x = w e^w carries 2 to 3 roundings and that of the exponent; W divides them by 1 + w, that is by 0.1 at −0.9.
            double x = w * Math.Exp(w);
            Approximately.Equal(w, LambertW.Principal(x), 1e-15 * (1 + (1 / (1 + w))), $"w = {w}");
        }
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(-1e-300)]
    [InlineData(1e-20)]
    public void Is_the_identity_near_zero(double x) => Approximately.Equal(x, LambertW.Principal(x), 3e-16);

    [Theory]
    [InlineData(1e20)]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    public void Huge_arguments_satisfy_the_logarithmic_equation(double x)
    {
        double w = LambertW.Principal(x);
        Approximately.Equal(Math.Log(x), w + Math.Log(w), 1e-15);
    }

    [Fact]
    public void The_series_at_the_branch_point_joins_the_iteration()
    {
        // The derivative W' = W/(x(1 + W)) is continuous; a step where the method changes would show as a kink.
        double previous = -1;
        for (double p = 0.001; p < 0.2; p += 0.001)
        {
            double x = ((p * p / 2) - 1) / Math.E;
            double w = LambertW.Principal(x);
            Assert.True(w > previous);
            Approximately.Equal(x, w * Math.Exp(w), 1e-15);
            previous = w;
        }
        Approximately.Equal(0.05, 1 + LambertW.Principal(-0.95 * Math.Exp(-0.95)), 1e-13); // one digit lost to x
        Approximately.Equal(0.03, 1 + LambertW.Principal(-0.97 * Math.Exp(-0.97)), 1e-12); // by the series
    }

    [Theory]
    [InlineData(-0.3678794411714424)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_arguments_without_value(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LambertW.Principal(x));
}
