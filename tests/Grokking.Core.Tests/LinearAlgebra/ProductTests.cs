using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

public class ProductTests
{
    // Odd shapes, below and above every block and tile size of the managed product (4, 8, 12, 24, 96, 256, 960).
    private static readonly (int Rows, int Depth, int Columns)[] Shapes =
    [
        (1, 1, 1),
        (3, 5, 2),
        (4, 256, 12),
        (5, 257, 13),
        (9, 17, 25),
        (97, 31, 961),
        (193, 513, 1),
        (1, 700, 25),
        // Few rows by many columns, around where they begin to be multiplied in place.
        (1, 64, 256),
        (5, 64, 257),
        (7, 72, 259),
        (20, 8, 300),
        (21, 8, 300),
        (3, 8, 255),
        (3, 9, 300),
    ];

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void AgreesWithThreeLoops(string name)
    {
        var algebra = Implementations.Named(name);
        foreach (var (rows, depth, columns) in Shapes)
        foreach (bool transposeLeft in new[] { false, true })
        foreach (bool transposeRight in new[] { false, true })
        foreach (var (scale, keep) in new[] { (1.0, 0.0), (0.6, 0.0), (-0.7, 1.0), (2.5, -0.3) })
        {
            var stream = new Seed(3).For("product", rows, $"{depth} {columns}");
            var left = stream.GaussianMatrix(transposeLeft ? depth : rows, transposeLeft ? rows : depth);
            var right = stream.GaussianMatrix(
                transposeRight ? columns : depth,
                transposeRight ? depth : columns
            );
            var result = stream.GaussianMatrix(rows, columns);
            var expected = new Matrix(rows, columns, [.. result.Values]);
            ThreeLoops(left, transposeLeft, right, transposeRight, expected, scale, keep);

            algebra.Multiply(left, transposeLeft, right, transposeRight, result, scale, keep);

            // A sum of k products of normals is rounded to a few √k ulps.
            double tolerance = 1e-14 * (1 + Math.Sqrt(depth));
            for (int i = 0; i < expected.Values.Length; i++)
                Assert.Equal(expected.Values[i], result.Values[i], tolerance);
        }
    }

    [Fact]
    public void EitherTileGivesTheSameBits()
    {
        foreach (var (rows, depth, columns) in Shapes)
        {
            var stream = new Seed(4).For("product", rows, $"{depth} {columns}");
            var (left, right) = (stream.GaussianMatrix(rows, depth), stream.GaussianMatrix(depth, columns));
            var (narrow, wide) = (new Matrix(rows, columns), new Matrix(rows, columns));
            foreach (var (result, isWide) in new[] { (narrow, false), (wide, true) })
                BlockedProduct.Add(
                    new(left, transposed: false),
                    new(right, transposed: false),
                    result,
                    new(rows, depth, columns),
                    0.7,
                    isWide
                );
            Assert.Equal(narrow.Values, wide.Values);
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void SomeRowsAreMultipliedAsIfTheyWereAll(string name)
    {
        var algebra = Implementations.Named(name);
        var stream = new Seed(5).For("product", 0, "rows");
        var (left, right) = (stream.GaussianMatrix(9, 6), stream.GaussianMatrix(11, 7));
        var result = new Matrix(8, 7);

        algebra.Multiply(left.Slice(2..6), false, right.Slice(3..9), false, result.Slice(1..5));

        var expected = new Matrix(4, 7);
        ThreeLoops(
            new(4, 6, left.Values[12..36]),
            false,
            new(6, 7, right.Values[21..63]),
            false,
            expected,
            1,
            0
        );
        Assert.All(result.Values[..7].Concat(result.Values[35..]), value => Assert.Equal(0, value));
        for (int i = 0; i < expected.Values.Length; i++)
            Assert.Equal(expected.Values[i], result.Values[7 + i], 1e-14);
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void KeepZeroIgnoresWhatWasThere(string name)
    {
        var result = new Matrix(2, 2, [double.NaN, double.NaN, double.PositiveInfinity, 1]);
        var identity = new Matrix(2, 2, [1, 0, 0, 1]);
        var left = new Matrix(2, 2, [1, 2, 3, 4]);

        Implementations.Named(name).Multiply(left, false, identity, false, result);

        Assert.Equal(left.Values, result.Values);

        var column = new Matrix(2, 1, [double.NaN, double.PositiveInfinity]);
        Implementations.Named(name).Multiply(left, false, new Matrix(2, 1, [1, 0]), false, column);
        Assert.Equal([1, 3], column.Values);
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void RefusesShapesThatDoNotMatch(string name)
    {
        var algebra = Implementations.Named(name);
        var (a, b) = (new Matrix(2, 3), new Matrix(3, 4));

        Assert.Throws<ArgumentException>(() => algebra.Multiply(a, true, b, false, new Matrix(2, 4)));
        Assert.Throws<ArgumentException>(() => algebra.Multiply(a, false, b, true, new Matrix(2, 4)));
        Assert.Throws<ArgumentException>(() => algebra.Multiply(a, false, b, false, new Matrix(4, 2)));
        var square = new Matrix(3, 3);
        Assert.Throws<ArgumentException>(() => algebra.Multiply(square, false, b, false, b));
        Assert.Throws<ArgumentException>(() => algebra.Eigendecompose(a));
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void CovarianceAgreesWithThreeLoopsAndIsExactlySymmetric(string name)
    {
        foreach (var (rows, columns) in new[] { (1, 1), (3, 7), (300, 41), (41, 300) })
        {
            var samples = new Seed(4).For("covariance", rows, $"{columns}").GaussianMatrix(rows, columns);
            var expected = new Matrix(columns, columns);
            ThreeLoops(samples, true, samples, false, expected, 1.0 / rows, 0);

            var covariance = Implementations.Named(name).Covariance(samples);

            for (int i = 0; i < columns; i++)
            for (int j = 0; j < columns; j++)
            {
                // A mean of products of normals: a few ulps of a few units.
                Assert.Equal(expected[i, j], covariance[i, j], 1e-13);
                Assert.Equal(covariance[i, j], covariance[j, i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Implementations.Names), MemberType = typeof(Implementations))]
    public void RepeatsItselfToTheLastBitOnSeveralThreads(string name)
    {
        var algebra = Implementations.Named(name);
        var samples = new Seed(5).For("threads", 0, "").GaussianMatrix(150, 60);
        var once = algebra.Covariance(samples);

        var again = new Matrix[8];
        Parallel.For(0, again.Length, i => again[i] = algebra.Covariance(samples));

        Assert.All(again, covariance => Assert.Equal(once.Values, covariance.Values));
    }

    private static void ThreeLoops(
        Matrix left,
        bool transposeLeft,
        Matrix right,
        bool transposeRight,
        Matrix result,
        double scale,
        double keep
    )
    {
        int depth = transposeLeft ? left.Rows : left.Columns;
        for (int i = 0; i < result.Rows; i++)
        for (int j = 0; j < result.Columns; j++)
        {
            double sum = 0;
            for (int k = 0; k < depth; k++)
                sum +=
                    (transposeLeft ? left[k, i] : left[i, k]) * (transposeRight ? right[j, k] : right[k, j]);
            result[i, j] = (scale * sum) + (keep * result[i, j]);
        }
    }
}
