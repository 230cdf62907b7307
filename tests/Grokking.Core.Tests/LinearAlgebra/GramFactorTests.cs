using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

public class GramFactorTests
{
    [Theory]
    [InlineData(7, 3)]
    [InlineData(90, 70)] // more than one panel, the last one narrower
    [InlineData(40, 64)] // more columns than rows: square
    public void RowsKeepTheirProductsAndAreTriangular(int rows, int columns)
    {
        Matrix given = new Seed(5).For("gram", 0, $"{rows} × {columns}").GaussianMatrix(rows, columns);

        Matrix factor = GramFactor.Of(given, Implementations.Managed);

        Assert.Equal((rows, Math.Min(rows, columns)), (factor.Rows, factor.Columns));
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
                // Rounding of sums of up to 64 products of order one.
                Assert.Equal(
                    Dot(given.Row(i), given.Row(j)),
                    Dot(factor.Row(i), factor.Row(j)),
                    1e-12 * columns
                );
            for (int j = i + 1; j < factor.Columns; j++)
                Assert.Equal(0, factor[i, j]);
        }
    }

    [Fact]
    public void RowsThatVanishOrRepeatAreNoObstacle()
    {
        var given = new Matrix(4, 3, [0, 0, 0, 1, 2, 3, 1, 2, 3, 4, 5, 7]);

        Matrix factor = GramFactor.Of(given, Implementations.Managed);

        Assert.All(factor.Values, value => Assert.True(double.IsFinite(value)));
        for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            Assert.Equal(Dot(given.Row(i), given.Row(j)), Dot(factor.Row(i), factor.Row(j)), 1e-12);
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
