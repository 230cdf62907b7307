using Grokking.Numerics;

namespace Grokking.Core.Tests.Numerics;

public sealed class ScaledBesselTest
{
    /// <summary>e^{−z} I_n(z) = mean of e^{−z(1−cos θ)} cos nθ over the circle: exponentially convergent.</summary>
    private static double CircleMean(int order, double z)
    {
        int nodes = (int)(64 + (20 * Math.Sqrt(z)));
        double sum = 0;
        for (int i = 0; i < nodes; i++)
        {
            double angle = 2 * Math.PI * i / nodes;
            double half = Math.Sin(angle / 2);
            sum += Math.Exp(-2 * z * half * half) * Math.Cos(order * angle);
        }
        return sum / nodes;
    }

    [Fact]
    public void Agrees_with_the_integral_over_the_circle()
    {
        for (double z = 0.1; z < 1e7; z *= 3)
        {
            // The oracle adds up 20 √z numbers.
            double rounding = 2e-15 + (2e-16 * Math.Sqrt(z));
            Approximately.Equal(CircleMean(0, z), ScaledBessel.I0(z), rounding, $"I0({z})");
            Approximately.Equal(CircleMean(1, z), ScaledBessel.I1(z), rounding, $"I1({z})");
        }
    }

    [Fact]
    public void The_expansion_for_large_arguments_joins_smoothly()
    {
        double below = Math.BitDecrement(1e5);
        Approximately.Equal(ScaledBessel.I0(below), ScaledBessel.I0(1e5), 2e-14);
        Approximately.Equal(ScaledBessel.I1(below), ScaledBessel.I1(1e5), 2e-14);
    }

    [Fact]
    public void Limits()
    {
        Assert.Equal(1, ScaledBessel.I0(0));
        Assert.Equal(0, ScaledBessel.I1(0));
        Approximately.Equal(1e-10 / 2, ScaledBessel.I1(1e-10), 2e-10); // z/2 · (1 − z + …)
        Approximately.Equal(1 / Math.Sqrt(2 * Math.PI * 1e200), ScaledBessel.I0(1e200), 1e-15);
    }
}
