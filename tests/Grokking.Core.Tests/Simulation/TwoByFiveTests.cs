using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

public class TwoByFiveTests
{
    [Theory]
    [InlineData(16, 48)] // not five
    [InlineData(24, 60)] // rows of twelve
    [InlineData(15, 40)]
    public void RowsThatDoNotFitAreRefused(int two, int five)
    {
        var factors = new double[5];
        Assert.Throws<ArgumentException>(() =>
            TwoByFive.Multiply(new double[two], new double[five], factors, factors)
        );
        Assert.Throws<ArgumentException>(() =>
            TwoByFive.AddTo(new double[five], new double[two], factors, factors)
        );
        Assert.Throws<ArgumentException>(() =>
            TwoByFive.Combine(new double[two], 1, new double[five], factors, factors)
        );
    }

    [Fact]
    public void WhatAResultHeldIsIgnoredWhereNothingIsKept()
    {
        var gradient = new EigenbasisGradient([1, 2, 3], new(3, 1, [1, 2, 3]), hiddenWidth: 2);
        var weights = EigenbasisGradient.Arranged(new(3, 2, [1, 2, 3, 4, 5, 6]), new(2, 1, [1, 1]));
        var (fresh, used) = (weights.Copy(), weights.Copy());
        Array.Fill(used.First.Values, double.NaN);
        Array.Fill(used.Second.Values, double.NaN);

        gradient.Change(weights, fresh, rate: 0.5, keep: 0);
        gradient.Change(weights, used, rate: 0.5, keep: 0);

        // D = (2, 5, 8), ΣD = (2, 10, 24).
        Assert.Equal([-1, -1], fresh.First.Values[..2]);
        Assert.Equal(-0.5 * ((1 * 2) + (3 * 10) + (5 * 24)), fresh.Second.Values[0]);
        Assert.Equal(fresh.First.Values, used.First.Values);
        Assert.Equal(fresh.Second.Values, used.Second.Values);
    }
}
