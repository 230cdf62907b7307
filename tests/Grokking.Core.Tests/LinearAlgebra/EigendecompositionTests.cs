using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

public class EigendecompositionTests
{
    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void KnowsTheSecondDifference(string name)
    {
        // tridiag(−1, 2, −1) of order n has the eigenvalues 2 − 2 cos(πk/(n+1)).
        const int n = 20;
        var matrix = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            matrix[i, i] = 2;
            if (i > 0)
                (matrix[i, i - 1], matrix[i - 1, i]) = (-1, -1);
        }

        double[] eigenvalues = Implementations.Named(name).Eigendecompose(matrix).Eigenvalues;

        for (int k = 1; k <= n; k++)
            Assert.Equal(2 - (2 * Math.Cos(Math.PI * k / (n + 1))), eigenvalues[k - 1], 1e-14 * n); // n ulps of ‖A‖
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void SolvesTheEigenproblemWithOrthonormalRows(string name)
    {
        foreach (int n in new[] { 1, 2, 17, 120 })
        {
            var matrix = RandomSymmetric(n);
            double[] before = [.. matrix.Values];

            var (eigenvalues, vectors) = Implementations.Named(name).Eigendecompose(matrix);

            Assert.Equal(before, matrix.Values);
            Assert.Equal(eigenvalues.Order(), eigenvalues);
            // Backward stability: n ulps of ‖A‖ ≈ 2√n.
            double tolerance = 1e-15 * n * (1 + (2 * Math.Sqrt(n)));
            for (int i = 0; i < n; i++)
            {
                for (int row = 0; row < n; row++)
                    Assert.Equal(
                        eigenvalues[i] * vectors[i, row],
                        Dot(matrix.Row(row), vectors.Row(i)),
                        tolerance
                    );
                for (int j = 0; j <= i; j++)
                    Assert.Equal(i == j ? 1 : 0, Dot(vectors.Row(i), vectors.Row(j)), tolerance);
            }
        }
    }

    [Fact]
    public void ImplementationsAgreeOnEigenvalues()
    {
        var matrix = RandomSymmetric(150);
        double[] expected = Implementations.Managed.Eigendecompose(matrix).Eigenvalues;
        foreach (var algebra in Implementations.All)
        {
            double[] eigenvalues = algebra.Eigendecompose(matrix).Eigenvalues;
            for (int i = 0; i < eigenvalues.Length; i++)
                Assert.Equal(expected[i], eigenvalues[i], 1e-12); // n ulps of ‖A‖ ≈ 25
        }
    }

    internal static Matrix RandomSymmetric(int n)
    {
        var matrix = new Seed(6).For("symmetric", n, "").GaussianMatrix(n, n);
        for (int i = 0; i < n; i++)
        for (int j = 0; j < i; j++)
            matrix[i, j] = matrix[j, i];
        return matrix;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
