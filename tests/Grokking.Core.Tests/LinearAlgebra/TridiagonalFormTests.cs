using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

/// <summary>A = QTQᵀ: eigenvalues of A, products with A and solutions by what T says of them.</summary>
public class TridiagonalFormTests
{
    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void KnowsTheSecondDifference(string name)
    {
        // tridiag(−1, 2, −1) of order n, with rows and columns in another order, has the eigenvalues 2 − 2 cos(πk/(n+1)).
        foreach (int n in new[] { 1, 2, 3, 20, 101 })
        {
            int Place(int i) => i * 7 % n;
            var matrix = new Matrix(n, n);
            for (int i = 0; i < n; i++)
            {
                matrix[Place(i), Place(i)] = 2;
                if (i > 0)
                    (matrix[Place(i), Place(i - 1)], matrix[Place(i - 1), Place(i)]) = (-1, -1);
            }

            double[] eigenvalues = Implementations.Named(name).Tridiagonalize(matrix).Eigenvalues();

            for (int k = 1; k <= n; k++)
                Assert.Equal(2 - (2 * Math.Cos(Math.PI * k / (n + 1))), eigenvalues[k - 1], 9e-16 * n); // n ulps of ‖A‖ = 4
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void EigenvaluesAreThoseOfTheDecomposition(string name)
    {
        // A diagonal one, one that falls apart, one with a null space, and random ones.
        Matrix apart = EigendecompositionTests.RandomSymmetric(30);
        for (int i = 0; i < 30; i++)
        for (int j = 0; j < 30; j++)
            if ((i < 11) != (j < 11))
                apart[i, j] = 0;
        var diagonal = new Matrix(4, 4);
        for (int i = 0; i < 4; i++)
            diagonal[i, i] = 3 - i;
        // Far more zeros than the iteration would have steps, if it tried to tell them apart.
        Matrix few = new Seed(8).For("few", 0, "").GaussianMatrix(20, 80);
        Matrix singular = Implementations.Managed.Covariance(few);
        var graded = EigendecompositionTests.RandomSymmetric(12);
        for (int i = 0; i < 12; i++)
        for (int j = 0; j < 12; j++)
            graded[i, j] *= Math.Pow(10, -2 * Math.Max(i, j));
        foreach (
            Matrix matrix in new[]
            {
                diagonal,
                apart,
                singular,
                graded,
                new Matrix(5, 5),
                EigendecompositionTests.RandomSymmetric(1),
                EigendecompositionTests.RandomSymmetric(2),
                EigendecompositionTests.RandomSymmetric(150),
            }
        )
        {
            double[] before = [.. matrix.Values];
            double[] expected = Implementations.Managed.Eigendecompose(matrix).Eigenvalues;
            double[] eigenvalues = Implementations.Named(name).Tridiagonalize(matrix).Eigenvalues();
            Assert.Equal(before, matrix.Values);
            Assert.Equal(expected.Length, eigenvalues.Length);
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], eigenvalues[i], 1e-12); // n ulps of ‖A‖ ≈ 25
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void ItsCoordinatesAreThoseOfTheMatrix(string name)
    {
        foreach (int n in new[] { 1, 2, 3, 40 })
        {
            Matrix matrix = EigendecompositionTests.RandomSymmetric(n);
            for (int i = 0; i < n; i++)
                matrix[i, i] += 30; // positive definite
            TridiagonalForm form = Implementations.Named(name).Tridiagonalize(matrix);
            Matrix vectors = new Seed(7).For("vectors", n, "").GaussianMatrix(3, n);
            Matrix inside = vectors.Copy();
            form.Enter(inside);
            Matrix images = new(3, n);
            Matrix solutions = new(3, n);
            for (int row = 0; row < 3; row++)
            {
                form.Times(inside.Row(row), images.Row(row));
                form.Solve(0.5, inside.Row(row)).CopyTo(solutions.Row(row));
            }
            foreach (Matrix rows in new[] { inside, images, solutions })
                form.Leave(rows);
            const double tolerance = 1e-12; // n roundings of ‖A‖‖x‖, some 200
            for (int row = 0; row < 3; row++)
            for (int i = 0; i < n; i++)
            {
                Assert.Equal(vectors[row, i], inside[row, i], tolerance);
                Assert.Equal(Times(matrix, vectors, row, i), images[row, i], tolerance);
                Assert.Equal(
                    vectors[row, i],
                    Times(matrix, solutions, row, i) + (0.5 * solutions[row, i]),
                    tolerance
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void NeighboursAreToldApart(string name)
    {
        // What is left out moves them by as much.
        foreach (double apart in new[] { 1e-8, 1e-11, 1e-14 })
        {
            var matrix = new Matrix(2, 2, [1, apart, apart, 1]);
            double[] eigenvalues = Implementations.Named(name).Tridiagonalize(matrix).Eigenvalues();
            Assert.Equal(1 - apart, eigenvalues[0], 4e-16); // two ulps
            Assert.Equal(1 + apart, eigenvalues[1], 4e-16);
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void ScalesOfAHundredDecadesAreOfNoAccount(string name)
    {
        // With a tiny block beside a large one, whose squares are no numbers any more.
        foreach (double scale in new[] { 1e-160, 1e-20, 1e20, 1e160 })
        foreach (double beside in new[] { 1, 1e-161 })
        {
            Matrix matrix = EigendecompositionTests.RandomSymmetric(30);
            for (int i = 0; i < 30; i++)
            for (int j = 0; j < 30; j++)
                matrix[i, j] *= (i < 20) != (j < 20) ? beside : 1;
            double[] expected = Implementations.Managed.Eigendecompose(matrix).Eigenvalues;
            for (int i = 0; i < matrix.Values.Length; i++)
                matrix.Values[i] *= scale;
            double[] eigenvalues = Implementations.Named(name).Tridiagonalize(matrix).Eigenvalues();
            for (int i = 0; i < 30; i++)
                Assert.Equal(expected[i], eigenvalues[i] / scale, 1e-13); // n ulps of ‖A‖ ≈ 10
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        TridiagonalForm form = Implementations.Managed.Tridiagonalize(
            EigendecompositionTests.RandomSymmetric(3)
        );
        Assert.Throws<ArgumentException>(() => form.Enter(new Matrix(1, 2)));
        Assert.Throws<ArgumentException>(() => form.Leave(new Matrix(1, 4)));
        Assert.Throws<ArgumentException>(() => form.Times(new double[3], new double[4]));
        Assert.Throws<ArgumentException>(() => form.Times(new double[2], new double[3]));
        Assert.Throws<ArgumentException>(() => form.Solve(100, new double[4]));
        Assert.Throws<ArgumentException>(() => form.Solve(-100, new double[3])); // not positive definite
        Assert.Throws<InvalidOperationException>(() =>
            Implementations.Managed.Tridiagonalize(new Matrix(2, 2, [double.NaN, 0, 0, 1])).Eigenvalues()
        );
        Assert.Throws<ArgumentException>(() => Implementations.Managed.Tridiagonalize(new Matrix(2, 3)));
    }

    [Fact]
    public void AMappedMatrixHasMappedEigenvalues()
    {
        TridiagonalForm form = Implementations.Managed.Tridiagonalize(
            EigendecompositionTests.RandomSymmetric(9)
        );
        double[] eigenvalues = form.Eigenvalues();
        double[] mapped = form.Mapped(-2, 3).Eigenvalues();
        for (int i = 0; i < 9; i++)
            Assert.Equal(3 - (2 * eigenvalues[8 - i]), mapped[i], 1e-14 * 9); // n ulps of some 10
    }

    private static double Times(Matrix matrix, Matrix vectors, int row, int i) =>
        Enumerable.Range(0, matrix.Columns).Sum(j => matrix[i, j] * vectors[row, j]);
}
