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
    public void AbsentNodesStayUncovered()
    {
        // Absent below a sloping line and in one node alone.
        const int n = 61;
        const double cell = 2.0 / (n - 1);
        static bool IsAbsent(double x, double y) =>
            y < 0.3 * x + 0.1 || (Math.Abs(x) < 0.1 * cell && Math.Abs(y - 0.5) < 0.1 * cell);
        var (rings, lines) = Sample(n, (x, y) => IsAbsent(x, y) ? null : y).Region(double.NegativeInfinity);
        Assert.Empty(lines);
        foreach (var x in Grid(n, -1, 1))
        foreach (var y in Grid(n, -1, 1))
            Assert.False(IsAbsent(x, y) && IsInside(rings, new(x, y)), $"({x}, {y})");
        // The border lies between the last nodes on either side of the line, a cell apart.
        Assert.Equal(2 - 0.2, Area(rings), 2 * cell);
    }

    [Fact]
    public void StepsOfACoarseGridArePulledStraight()
    {
        // Five rows and 200 columns, absent right of a sloping line: a step is 25 columns long.
        double[] x = Grid(201, 0, 1);
        double[] y = Grid(5, 0, 1);
        var values = new double?[x.Length, y.Length];
        for (var i = 0; i < x.Length; i++)
        for (var j = 0; j < y.Length; j++)
            values[i, j] = x[i] > Line(y[j]) ? null : 1;
        var (rings, _) = new MarchingSquares(x, y, values).Region(double.NegativeInfinity);
        var border = Assert.Single(rings).Where(p => p.X > 0 && p.Y is > 0 and < 1).ToArray();
        Assert.NotEmpty(border);
        // In a row the border is known to one column, and it keeps a tenth of a step away from absent nodes.
        Assert.All(border, p => Assert.Equal(Line(p.Y), p.X, (1 + 0.1 * 25) / 200));

        static double Line(double y) => 0.2101 + 0.5 * y;
    }

    [Fact]
    public void NoLineTouchesACellAtTheBorderOfTheDomain()
    {
        // Diverging towards a slanted border, like times towards the end of learning; the mesh is 1.
        const int n = 41;
        static double Distance(double x, double y) => x + 0.37 * y - 3.3;
        var absent =
            from x in Grid(n, -20, 20)
            from y in Grid(n, -20, 20)
            where Distance(x, y) <= 0
            select new Point(x, y);
        var squares = Sample(n, (x, y) => Distance(x, y) > 0 ? -Math.Log(Distance(x, y)) : null, half: 20);
        var nodes = absent.ToArray();
        foreach (var level in (double[])[-3, -2.5, -2, -1.5, -1, -0.5])
            Assert.All(
                squares.Region(level).Isolines.SelectMany(line => line),
                p =>
                    Assert.All(
                        nodes,
                        node =>
                            Assert.True(
                                Math.Max(Math.Abs(p.X - node.X), Math.Abs(p.Y - node.Y)) >= 2,
                                $"level {level}: {p} is too near to {node}"
                            )
                    )
            );
        // Well inside there are lines, and where a level is taken along the border alone there is none.
        Assert.NotEmpty(squares.Region(-2.5).Isolines);
        Assert.NotEmpty(squares.Region(-0.5).Rings);
        Assert.Empty(squares.Region(-0.5).Isolines);
    }

    /// <summary>Even-odd rule: how often a ray to the right crosses the rings.</summary>
    private static bool IsInside(List<List<Point>> rings, Point p) =>
        rings
            .SelectMany(ring => ring.Zip(ring.Skip(1).Append(ring[0])))
            .Count(edge =>
                edge.First.Y > p.Y != edge.Second.Y > p.Y
                && p.X
                    < edge.First.X
                        + (p.Y - edge.First.Y)
                            / (edge.Second.Y - edge.First.Y)
                            * (edge.Second.X - edge.First.X)
            ) % 2
        == 1;

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
