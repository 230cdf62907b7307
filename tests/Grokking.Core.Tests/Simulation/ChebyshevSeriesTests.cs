using Grokking.LinearEstimators.Simulation;

namespace Grokking.Tests.Simulation;

/// <summary>Powers of a mode's factor as sums of Chebyshev polynomials: a random walk, step by step.</summary>
public class ChebyshevSeriesTests
{
    [Theory]
    [InlineData(0.02, 900)]
    [InlineData(0.3, 200)]
    [InlineData(0.5, 1001)] // the end of the domain, with far fewer terms than epochs
    [InlineData(0.001, 5000)]
    [InlineData(0.1, 5)]
    [InlineData(0.5, 1)]
    [InlineData(0.5, 0)]
    public void CoefficientsAreTheProbabilitiesOfAWalk(double spread, int epoch)
    {
        // ±1 with probability h/2 each, at rest otherwise.
        var walk = new double[(2 * epoch) + 3];
        int origin = epoch + 1;
        walk[origin] = 1;
        for (int step = 0; step < epoch; step++)
        {
            var next = new double[walk.Length];
            for (int i = origin - step; i <= origin + step; i++)
            {
                next[i] += (1 - spread) * walk[i];
                next[i - 1] += spread / 2 * walk[i];
                next[i + 1] += spread / 2 * walk[i];
            }
            walk = next;
        }
        var series = new ChebyshevSeries(spread);
        double[] coefficients = series.Coefficients(epoch);
        Assert.Equal(series.Terms(epoch), coefficients.Length);
        for (int k = 0; k < coefficients.Length; k++)
            Assert.Equal((k == 0 ? 1 : 2) * walk[origin + k], coefficients[k], 1e-14); // a hundred roundings of 1
        double beyond = 2 * walk.Skip(origin + coefficients.Length).Sum();
        Assert.InRange(beyond, 0, 1e-16);
        // Yet not far more of them than that takes.
        double beyondHalf = 2 * walk.Skip(origin + (coefficients.Length / 2)).Sum();
        Assert.True(beyondHalf > 1e-13);
    }

    [Theory]
    [InlineData(1e-9, 40)]
    [InlineData(0.5, 3000)]
    [InlineData(1e-6, 1_000_000_000)]
    [InlineData(0.04, 5_000_000)]
    public void TheyAddUpToPowers(double spread, long epoch)
    {
        double[] coefficients = new ChebyshevSeries(spread).Coefficients(epoch);
        foreach (double angle in new[] { 0, 1e-4, 0.01, 0.5, 2, Math.PI })
        {
            double sum = coefficients.Select((c, k) => c * Math.Cos(k * angle)).Sum();
            // 1 − h + h cos θ = 1 − 2h sin²(θ/2), whose fourth power and more no longer matter where it is so near to 1
            double step = 2 * spread * Math.Pow(Math.Sin(angle / 2), 2);
            double rate =
                step < 1e-4
                    ? step * (1 + (step * ((1.0 / 2) + (step * ((1.0 / 3) + (step / 4))))))
                    : -Math.Log(1 - step);
            Assert.Equal(Math.Exp(-rate * epoch), sum, 1e-12); // kθ of k up to 4 000 is rounded
        }
    }

    [Fact]
    public void TermsAreEnoughUntilTheEpochTheyName()
    {
        var series = new ChebyshevSeries(0.1);
        foreach (int terms in new[] { 1, 10, 40, 300 })
        {
            long last = series.LastEpoch(terms);
            Assert.True(series.Terms(last) <= terms);
            Assert.True(series.Terms(last + (last / 10) + 1) > terms);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(0.501)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void OtherSpreadsAreRefused(double spread) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChebyshevSeries(spread));
}
