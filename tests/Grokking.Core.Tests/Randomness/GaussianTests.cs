using Grokking.Randomness;
using MathNet.Numerics;

namespace Grokking.Tests.Randomness;

public class GaussianTests
{
    private const int Count = 1_000_000;

    private static readonly double[] Draws = new Seed(11)
        .For("gaussian", 0, "")
        .GaussianMatrix(1, Count)
        .Values;

    [Theory]
    // E[x^p] and the variance E[x^2p] − E[x^p]² of x^p.
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 0, 15)]
    [InlineData(4, 3, 96)]
    public void HasTheMomentsOfTheNormal(int power, double expected, double variance)
    {
        double moment = Draws.Sum(x => Math.Pow(x, power)) / Count;
        Assert.Equal(expected, moment, 4 * Math.Sqrt(variance / Count)); // four standard errors
    }

    [Fact]
    public void HasTheDistributionOfTheNormal()
    {
        double[] sorted = [.. Draws.Order()];
        double distance = 0;
        for (int i = 0; i < Count; i++)
        {
            double probability = NormalBelow(sorted[i]);
            distance = Math.Max(distance, probability - ((double)i / Count));
            distance = Math.Max(distance, ((i + 1.0) / Count) - probability);
        }
        // Kolmogorov–Smirnov at significance 1e-3: √n·D < 1.95.
        Assert.True(Math.Sqrt(Count) * distance < 1.95, $"√n·D = {Math.Sqrt(Count) * distance}");
    }

    [Theory]
    // Either side of the tail's start at 3.654, where another method takes over; and far out.
    [InlineData(3.0)]
    [InlineData(3.6541528853610088)]
    [InlineData(4.0)]
    public void HasTheTailsOfTheNormal(double bound)
    {
        double expected = Count * NormalBelow(-bound);
        foreach (int sign in new[] { -1, 1 })
        {
            int beyond = Draws.Count(x => sign * x > bound);
            Assert.Equal(expected, beyond, 4 * Math.Sqrt(expected)); // four Poisson standard deviations
        }
    }

    [Fact]
    public void HasTheMeanOfTheNormalBeyondTheTailsStart()
    {
        const double start = 3.6541528853610088;
        var stream = new Seed(12).For("tail", 0, "");
        var block = new double[100_000];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < 300; i++)
        {
            stream.FillGaussian(block);
            foreach (double x in block)
            {
                sum += Math.Abs(x) > start ? Math.Abs(x) : 0;
                count += Math.Abs(x) > start ? 1 : 0;
            }
        }
        // The hazard h = φ/Q is the mean of x given x > start, with variance 1 + start·h − h².
        double density = Math.Exp(-start * start / 2) / Math.Sqrt(2 * Math.PI);
        double hazard = density / NormalBelow(-start);
        double variance = 1 + (start * hazard) - (hazard * hazard);
        Assert.Equal(hazard, sum / count, 4 * Math.Sqrt(variance / count)); // four standard errors
    }

    [Fact]
    public void NeighboursAreUncorrelated()
    {
        double correlation = Draws.Zip(Draws.Skip(1), (a, b) => a * b).Sum() / Count;
        double ofSquares = Draws.Zip(Draws.Skip(1), (a, b) => ((a * a) - 1) * ((b * b) - 1)).Sum() / Count;
        Assert.Equal(0, correlation, 4 / Math.Sqrt(Count)); // four standard errors
        Assert.Equal(0, ofSquares, 4 * 2 / Math.Sqrt(Count)); // the same, of products of variance 2²
    }

    [Fact]
    public void StandardDeviationScalesTheSameDraws()
    {
        var scaled = new Seed(11).For("gaussian", 0, "").GaussianMatrix(10, 3, 0.25);
        Assert.Equal(Draws.Take(30).Select(x => 0.25 * x), scaled.Values);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Seed(1).For("", 0, "").GaussianMatrix(1, 1, double.NaN)
        );
    }

    private static double NormalBelow(double x) => SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2;
}
