using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Tests.Plotting;

public class MarchingSquaresTests
{
    private static double[] Grid(int n, double from, double to) =>
        [.. Enumerable.Range(0, n).Select(i => from + (to - from) * i / (n - 1))];

    private static MarchingSquares Sample(int n, Func<double, double, double?> f, double half = 1)
    {
        var x = Grid(n, -half, half);
        var values = new double?[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                values[i, j] = f(x[i], x[j]);
        }
        return new(x, x, values);
    }

    private static double Area(List<List<Point>> rings) => Math.Abs(rings.Sum(ring => Shoelace.Area(ring)));

    [Theory]
    [InlineData(0, 2, 2.8284271247461903)]
    [InlineData(1, 0.5, 1.4142135623730951)]
    [InlineData(-1, 3.5, 1.4142135623730951)]
    public void APlaneHasExactRegions(double level, double area, double length)
    {
        // Linear interpolation of a linear function is exact up to rounding.
        var (rings, lines) = Sample(22, (x, y) => x + y).Region(level);
        Assert.Single(rings);
        Assert.Equal(area, Area(rings), 1e-12);
        Assert.Equal(length, Shoelace.Length(Assert.Single(lines)), 1e-12);
    }

    [Fact]
    public void ACircleConvergesWithTheSquareOfTheMesh()
    {
        var errors = new List<double>();
        foreach (var n in (int[])[41, 81, 161])
        {
            var (rings, lines) = Sample(n, (x, y) => 0.64 - x * x - y * y).Region(0);
            errors.Add(Math.PI * 0.64 - Area(rings));
            // Chords: relative error of the length below h²/(2 r²).
            Assert.Equal(
                2 * Math.PI * 0.8,
                Shoelace.Length(Assert.Single(lines)),
                5.1 * Math.Pow(2.0 / (n - 1), 2)
            );
        }
        // Linear interpolation is second order: halving the mesh divides the error by four.
        Assert.All(errors.Zip(errors.Skip(1)), e => Assert.InRange(e.First / e.Second, 3.5, 4.5));
    }

    [Fact]
    public void AHoleIsARingOfItsOwn()
    {
        var (rings, lines) = Sample(101, (x, y) => x * x + y * y).Region(0.25);
        Assert.Equal(2, rings.Count);
        Assert.Single(lines);
        // The ring of the hole runs the other way round. Error of the circle: area · h² / r² at most.
        Assert.Equal(4 - Math.PI * 0.25, Area(rings), 4 * 0.02 * 0.02);
    }

    [Fact]
    public void ASaddleIsJoinedOrSplitByItsMean()
    {
        double?[,] values =
        {
            { 1, 0 },
            { 0, 1 },
        };
        var squares = new MarchingSquares([0, 1], [0, 1], values);
        // Below the mean ½ the two high corners are joined: area 1 − 2 · ½ · 0.4². Above it they are apart: 2 · ½ · 0.4².
        Assert.Equal(1 - 0.16, Area(squares.Region(0.4).Rings), 1e-12);
        Assert.Equal(0.16, Area(squares.Region(0.6).Rings), 1e-12);
        Assert.Equal(2, squares.Region(0.6).Rings.Count);
    }

    [Fact]
    public void AbsentCellsStayUncovered()
    {
        // Absent below a sloping line; the smoothed border may stray from it by a cell and a half.
        const int n = 61;
        const double cell = 2.0 / (n - 1);
        static double Line(double x) => 0.3 * x + 0.1;
        var (rings, lines) = Sample(n, (x, y) => y < Line(x) ? null : y).Region(double.NegativeInfinity);
        Assert.Empty(lines);
        Assert.All(rings.SelectMany(r => r), p => Assert.True(p.Y > Line(p.X) - 1e-9));
        // The domain lies above the line, short of it by at most a cell.
        Assert.InRange(Area(rings), 2 - 0.2 - 2 * 1.1 * cell, 2 - 0.2);
    }

    [Fact]
    public void AStraightBorderStaysWhereItIs()
    {
        var (rings, _) = Sample(21, (x, _) => x < 0 ? null : 1).Region(double.NegativeInfinity);
        Assert.Equal(2, Area(rings), 1e-12);
        Assert.Equal(0, rings.SelectMany(r => r).Min(p => p.X), 1e-12);
    }

    [Fact]
    public void NothingIsAboveTheMaximum()
    {
        var (rings, lines) = Sample(11, (x, y) => x + y).Region(2.5);
        Assert.Empty(rings);
        Assert.Empty(lines);
    }

    [Fact]
    public void SizesMustAgree() =>
        Assert.Throws<ArgumentException>(() => new MarchingSquares([0, 1, 2], [0, 1], new double?[2, 2]));
}
