using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

/// <summary>Sums of vectors with weights, whole pieces of memory and what is left over.</summary>
public class LinearCombinationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(2500)]
    public void EveryTermCountsOnce(int length)
    {
        // Small whole numbers: sums are exact.
        double[] first = Numbers(length, 3);
        double[] second = Numbers(length, 5);
        double[] third = Numbers(length, 7);
        double[] written = [.. Enumerable.Repeat(double.NaN, length)];
        LinearCombination.Write(written, (2, first), (-1, second), (0.5, third));
        double[] added = Numbers(length, 11);
        LinearCombination.Add(added, (2, first), (-1, second), (0.5, third));
        double[] inPlace = [.. first];
        LinearCombination.Write(inPlace, (2, inPlace), (-1, second), (0.5, third));
        for (int i = 0; i < length; i++)
        {
            double expected = (2 * first[i]) - second[i] + (third[i] / 2);
            Assert.Equal(expected, written[i]);
            Assert.Equal(expected, inPlace[i]);
            Assert.Equal(expected + (i % 11), added[i]);
        }
    }

    [Fact]
    public void ShorterAndLongerVectorsAndNoneAreRefused()
    {
        Assert.Throws<ArgumentException>(() => LinearCombination.Write(new double[3]));
        foreach (int length in new[] { 2, 4 })
        {
            double[] other = new double[length];
            Assert.Throws<ArgumentException>(() =>
                LinearCombination.Write(new double[3], (1, new double[3]), (1, other))
            );
            Assert.Throws<ArgumentException>(() => LinearCombination.Add(new double[3], (1, other)));
        }
    }

    private static double[] Numbers(int length, int period) =>
        [.. Enumerable.Range(0, length).Select(i => (double)(i % period))];
}
