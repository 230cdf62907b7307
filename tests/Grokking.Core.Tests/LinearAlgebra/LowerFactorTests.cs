using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

public class LowerFactorTests
{
    private static readonly (int Rows, int Columns)[] Shapes = [(7, 3), (90, 70), (40, 64), (5, 5), (1, 9)];

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void RowsKeepTheirProductsAndAreTriangular(string name)
    {
        foreach (var (rows, columns) in Shapes)
        {
            Matrix given = new Seed(5).For("factor", 0, $"{rows} × {columns}").GaussianMatrix(rows, columns);
            double[] before = [.. given.Values];

            Matrix factor = Implementations.Named(name).LowerFactor(given);

            Assert.Equal(before, given.Values);
            Assert.Equal((rows, Math.Min(rows, columns)), (factor.Rows, factor.Columns));
            AssertSameProducts(given, factor);
            for (int i = 0; i < rows; i++)
            for (int j = i + 1; j < factor.Columns; j++)
                Assert.Equal(0, factor[i, j]);
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void RowsThatVanishOrRepeatAreNoObstacle(string name)
    {
        var given = new Matrix(4, 3, [0, 0, 0, 1, 2, 3, 1, 2, 3, 4, 5, 7]);
        AssertSameProducts(given, Implementations.Named(name).LowerFactor(given));
    }

    private static void AssertSameProducts(Matrix given, Matrix factor)
    {
        // Rounding of sums of up to 70 products of order one.
        for (int i = 0; i < given.Rows; i++)
        for (int j = 0; j < given.Rows; j++)
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
