using Grokking.Numerics;
using MathNet.Numerics;

namespace Grokking.Core.Tests.Numerics;

public sealed class RegularizedGammaTest
{
    [Fact]
    public void One_half_is_the_error_function()
    {
        for (double x = 1e-12; x < 25; x *= 1.7)
        {
            Approximately.Equal(SpecialFunctions.Erf(Math.Sqrt(x)), RegularizedGamma.Lower(0.5, x), 2e-14);
            Approximately.Equal(SpecialFunctions.Erfc(Math.Sqrt(x)), RegularizedGamma.Upper(0.5, x), 2e-14);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(60)]
    public void Whole_orders_are_sums_of_Poisson_probabilities(int order)
    {
        foreach (double x in new[] { 0.1 * order, 0.5 * order, order, 1.5 * order, 4.0 * order })
        {
            double probability = Math.Exp(-x);
            double below = 0;
            double above = 0;
            for (int k = 0; k < 2000; k++)
            {
                if (k < order)
                    below += probability;
                else
                    above += probability;
                probability *= x / (k + 1);
            }
            // Up to 2000 roundings of the running product, of which those near the peak count.
            Approximately.Equal(below, RegularizedGamma.Upper(order, x), 1e-13, $"Q({order}, {x})");
            Approximately.Equal(above, RegularizedGamma.Lower(order, x), 1e-13, $"P({order}, {x})");
        }
    }

    [Theory]
    [InlineData(4.5)]
    [InlineData(350)]
    [InlineData(500)]
    [InlineData(50_000)]
    public void Agrees_with_the_integral(double order)
    {
        double width = Math.Sqrt(order);
        double Density(double t) => t <= 0 ? 0 : Math.Exp(((order - 1) * Math.Log(t / order)) - (t - order));
        double top = order + (14 * width) + 60;
        foreach (double deviation in new[] { -1.5, -0.3, 0.0, 0.4, 3.0 })
        {
            double x = order + (deviation * width);
            double below = Simpson.Integrate(Density, Math.Max(0, order - (14 * width)), x);
            double above = Simpson.Integrate(Density, x, top);
            // The oracle's integrand has an exponent of 5e4 in units of rounding near the ends, far less at the peak.
            Approximately.Equal(
                below / (below + above),
                RegularizedGamma.Lower(order, x),
                2e-12,
                $"P({order}, {x})"
            );
            Approximately.Equal(
                above / (below + above),
                RegularizedGamma.Upper(order, x),
                2e-12,
                $"Q({order}, {x})"
            );
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(500)]
    [InlineData(50_000)]
    public void The_inverse_inverts(double order)
    {
        foreach (double level in new[] { 1e-30, 1e-6, 0.05, 0.4999, 0.5, 0.5001, 0.95, 0.999999 })
        {
            double x = RegularizedGamma.InverseLower(order, level);
            bool lower = level <= 0.5;
            // x known to 1e-15 in its logarithm gives P up to the condition number x P'/P, at most 40 √a here.
            Approximately.Equal(
                lower ? level : 1 - level,
                lower ? RegularizedGamma.Lower(order, x) : RegularizedGamma.Upper(order, x),
                1e-14 * (1 + (40 * Math.Sqrt(order))),
                $"a = {order}, level = {level}"
            );
        }
    }

    [Fact]
    public void Known_inverses()
    {
        Approximately.Equal(2, RegularizedGamma.InverseLower(0.5, SpecialFunctions.Erf(Math.Sqrt(2))), 1e-13);
        Approximately.Equal(Math.Log(20), RegularizedGamma.InverseLower(1, 0.95), 1e-15);
        Approximately.Equal(1.920729410347062, RegularizedGamma.InverseLower(0.5, 0.95), 1e-14); // half of χ²₁ at 95 %
    }

    [Fact]
    public void Ends_are_exact()
    {
        Assert.Equal(0, RegularizedGamma.Lower(3, 0));
        Assert.Equal(1, RegularizedGamma.Lower(3, 1e10));
        Assert.Equal(1, RegularizedGamma.Lower(3, double.PositiveInfinity));
        Assert.Equal(0, RegularizedGamma.Lower(500, 1e-10));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    public void Refuses_arguments_outside_the_domain(double order, double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RegularizedGamma.Lower(order, x));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Refuses_levels_that_are_never_or_always_reached(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RegularizedGamma.InverseLower(1, level));
}
