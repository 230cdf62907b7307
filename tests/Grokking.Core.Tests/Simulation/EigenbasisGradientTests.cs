using System.Runtime.Intrinsics;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;

namespace Grokking.Tests.Simulation;

public class EigenbasisGradientTests
{
    [Theory]
    [InlineData(32, 48, 20)] // not five rows of eight
    [InlineData(48, 60, 20)] // rows of twelve
    [InlineData(31, 40, 20)]
    [InlineData(32, 40, 16)]
    public void RowsThatDoNotFitAreRefused(int four, int five, int factors)
    {
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Multiply(new double[four], new double[five], new double[factors])
        );
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Update(
                new double[four],
                new double[factors],
                new double[five],
                new double[five],
                new double[four],
                1
            )
        );
    }

    [Fact]
    public void ResultsOfOtherLengthsAreRefused()
    {
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Update(
                new double[64],
                new double[20],
                new double[40],
                new double[80],
                new double[32],
                1
            )
        );
    }

    [Fact]
    public void SumsAreTheSameWithAndWithoutTheProcessorsOwnInstructions()
    {
        var numbers = new double[4 * FourByFive.Lanes];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = 1 << i % 30;
        var vectors = FourVectors.Load(ref numbers[0], FourByFive.Lanes);
        double[] expected = [.. numbers.Chunk(FourByFive.Lanes).Select(row => row.Sum())];
        foreach (bool withAvx in new[] { false, System.Runtime.Intrinsics.X86.Avx.IsSupported })
        {
            var sums = new double[4];
            vectors.Sums(withAvx).CopyTo(sums);
            Assert.Equal(expected, sums);
        }
    }

    // Eight outputs: the second five of them are handled when the weights have been changed by the first.
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void AStepInPlaceIsTheStepBesideIt(int outputs)
    {
        RandomStream random = new Seed(8).For("eigenbasis", 0, "weights");
        var gradient = new EigenbasisGradient(
            [0.5, 1, 1.5, 2, 2.5, 3],
            random.GaussianMatrix(6, outputs),
            hiddenWidth: 11
        );
        var weights = EigenbasisGradient.Arranged(
            random.GaussianMatrix(6, 11),
            random.GaussianMatrix(11, outputs)
        );
        var beside = weights.Copy();

        gradient.Change(weights, beside, rate: 0.1, keep: 1);
        gradient.Change(weights, weights, rate: 0.1, keep: 1);

        Assert.Equal(beside.First.Values, weights.First.Values);
        Assert.Equal(beside.Second.Values, weights.Second.Values);
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
