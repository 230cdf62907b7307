using Grokking.Numerics;

namespace Grokking.Core.Tests.Numerics;

public sealed class MarcumQTest
{
    /// <summary>e^{(b−a)²/2} times the defining integral from b on; x e^{−(x²+a²)/2} I₀(ax) without its large factors.</summary>
    private static double DefiningIntegral(double a, double b)
    {
        double Integrand(double x) =>
            x * Math.Exp(((b - a) * (b - a) / 2) - ((x - a) * (x - a) / 2)) * ScaledBessel.I0(a * x);
        double top = b > a ? b + Math.Min(12, 40 / (b - a)) : a + 12; // the rest is e^{−40}
        return Simpson.Integrate(Integrand, b, top, 20_000);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.1, 0.2)]
    [InlineData(1.0, 2.0)]
    [InlineData(3.0, 3.0001)]
    [InlineData(2.0, 12.0)]
    [InlineData(0.01, 30.0)]
    [InlineData(20.0, 50.0)]
    [InlineData(400.0, 403.0)]
    public void Scaled_agrees_with_the_defining_integral(double a, double b)
    {
        double scaled = MarcumQ.Scaled(1 - (a / b), a * b);
        Approximately.Equal(DefiningIntegral(a, b), scaled, 2e-13 + (3e-16 * a * b)); // 1 − a/b as rounded here
        Approximately.Equal(Math.Exp(-(b - a) * (b - a) / 2) * scaled, MarcumQ.First(a, b), 1e-12);
    }

    [Theory]
    [InlineData(2.0, 1.0)]
    [InlineData(3.0001, 3.0)]
    [InlineData(5.0, 0.5)]
    public void Agrees_with_the_defining_integral_above_the_diagonal(double a, double b) =>
        Approximately.Equal(
            DefiningIntegral(a, b) * Math.Exp(-(b - a) * (b - a) / 2),
            MarcumQ.First(a, b),
            1e-13
        );

    [Fact]
    public void Special_values()
    {
        Assert.Equal(1, MarcumQ.First(0, 0));
        Approximately.Equal(Math.Exp(-2), MarcumQ.First(0, 2), 1e-15);
        Approximately.Equal(1, MarcumQ.First(2, 0), 1e-15);
        Approximately.Equal(0.5 * (1 + ScaledBessel.I0(9)), MarcumQ.First(3, 3), 1e-15);
        Assert.Equal(0, MarcumQ.First(1, 100)); // e^{−4900}
        Approximately.Equal(0.2690120600359100, MarcumQ.First(1, 2), 1e-14); // tables; MathNet's own as MarcumQ(1, ½, 2)
    }

    [Fact]
    public void Is_continuous_across_the_diagonal()
    {
        double at = MarcumQ.First(1000, 1000);
        // ∂Q/∂b = −b e^{−(b−a)²/2} e^{−ab} I₀(ab) ≈ −0.4.
        Assert.Equal(at - 0.4e-9, MarcumQ.First(1000, 1000 + 1e-9), 1e-11);
        Assert.Equal(at + 0.4e-9, MarcumQ.First(1000, 1000 - 1e-9), 1e-11);
    }
}
