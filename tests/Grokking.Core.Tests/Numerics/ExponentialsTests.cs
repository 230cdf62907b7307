using Grokking.Numerics;

namespace Grokking.Core.Tests.Numerics;

/// <summary>Exponentials of many numbers are those of each.</summary>
public class ExponentialsTests
{
    // Of all sizes and both signs; so many that none is the whole of a vector or of a line of the cache.
    private static double[] Arguments(double largest) =>
        [
            0,
            .. Enumerable
                .Range(0, 10_007)
                .Select(i => (i % 2 == 0 ? 1 : -1) * largest * Math.Pow(10, -18 * ((10_006 - i) / 10_006.0))),
        ];

    [Fact]
    public void ExponentialToTheLastDigits()
    {
        double[] arguments = Arguments(708);
        double[] values = [.. arguments];
        Exponentials.Exp(values);
        // One rounding of r and one of the sum.
        Assert.All(arguments.Zip(values), pair => Assert.Equal(1, pair.Second / Math.Exp(pair.First), 4e-16));
    }

    [Fact]
    public void TangentToTheLastDigitsHoweverSmall()
    {
        double[] arguments = Arguments(25);
        double[] values = [.. arguments];
        Exponentials.Tanh(values);
        Assert.Equal(0, values[0]);
        Assert.All(
            arguments.Zip(values).Skip(1),
            pair => Assert.Equal(1, pair.Second / Math.Tanh(pair.First), 9e-16)
        );
    }

    [Fact]
    public void WhatIsNoNormalNumberIsZero()
    {
        double[] values = [-708.1, -1e5, double.NegativeInfinity, -708, 0, 709];
        Exponentials.Exp(values);
        Assert.Equal([0, 0, 0], values[..3]);
        Assert.True(values[3] > 0);
        Assert.Equal(1, values[4]);
        Assert.Equal(1, values[5] / Math.Exp(709), 4e-16);
    }

    [Fact]
    public void TangentOfSpecialNumbers()
    {
        double[] values = [double.PositiveInfinity, double.NegativeInfinity, 1e-320, -0.0, double.NaN];
        Exponentials.Tanh(values);
        Assert.Equal([1, -1, 1e-320, -0.0, double.NaN], values);
        Assert.True(double.IsNegative(values[3]));
    }

    [Fact]
    public void NothingBesideTheNumbersIsTouched()
    {
        foreach (int first in Enumerable.Range(0, 9))
        foreach (int count in Enumerable.Range(0, 13))
        {
            double[] all = new double[30];
            Array.Fill(all, 0.5);
            double[] expected = [.. all];
            Array.Fill(expected, Math.Tanh(0.5), first, count);
            Exponentials.Tanh(all.AsSpan(first, count));
            Assert.All(expected.Zip(all), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        }
    }
}
