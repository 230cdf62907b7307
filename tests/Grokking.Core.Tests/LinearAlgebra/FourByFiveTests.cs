using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

/// <summary>Four rows by five, with vectors of either width, are sums written out.</summary>
public class FourByFiveTests
{
    // What a sum of 200 products of numbers near 1 rounds away.
    private const double Rounding = 1e-13;

    public static TheoryData<bool, int> Cases
    {
        get
        {
            TheoryData<bool, int> cases = [];
            foreach (int length in new[] { 8, 16, 56, 200 })
            {
                cases.Add(false, length);
                cases.Add(true, length);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Products(bool wide, int length)
    {
        var (four, five) = (Numbers("four", 4 * length), Numbers("five", 5 * length));
        var products = new double[20];
        FourByFive.MultiplyWith(wide, four, five, products);
        for (int j = 0; j < 5; j++)
        for (int i = 0; i < 4; i++)
        {
            double expected = 0;
            for (int k = 0; k < length; k++)
                expected += four[(i * length) + k] * five[(j * length) + k];
            Assert.Equal(expected, products[(j * 4) + i], Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Updates(bool wide, int length)
    {
        var (four, factors) = (Numbers("four", 4 * length), Numbers("factors", 20));
        var (five, sums) = (Numbers("five", 5 * length), Numbers("sums", 5 * length));
        foreach (double keep in new[] { 0, 1, -0.5 })
        foreach (bool inPlace in new[] { false, true })
        {
            double[] before = inPlace ? four : Numbers("result", 4 * length);
            if (keep == 0 && !inPlace)
                Array.Fill(before, double.NaN);
            var (result, newSums) = ((double[])before.Clone(), (double[])sums.Clone());
            FourByFive.UpdateWith(wide, inPlace ? result : four, factors, newSums, five, result, keep);
            for (int k = 0; k < length; k++)
            {
                for (int j = 0; j < 5; j++)
                {
                    double expected = sums[(j * length) + k];
                    for (int i = 0; i < 4; i++)
                        expected += factors[(j * 4) + i] * four[(i * length) + k];
                    Assert.Equal(expected, newSums[(j * length) + k], Rounding);
                }
                for (int i = 0; i < 4; i++)
                {
                    double expected = keep == 0 ? 0 : keep * before[(i * length) + k];
                    for (int j = 0; j < 5; j++)
                        expected += factors[(j * 4) + i] * five[(j * length) + k];
                    Assert.Equal(expected, result[(i * length) + k], Rounding);
                }
            }
        }
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefused()
    {
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Multiply(new double[28], new double[35], new double[20])
        );
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Multiply(new double[32], new double[32], new double[20])
        );
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Multiply(new double[32], new double[40], new double[19])
        );
        Assert.Throws<ArgumentException>(() =>
            FourByFive.Update(
                new double[32],
                new double[20],
                new double[40],
                new double[40],
                new double[64],
                0
            )
        );
    }

    private static double[] Numbers(string name, int count) =>
        new Seed(5).For("four by five", 0, name).GaussianMatrix(1, count).Values;
}
