using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Tests.Plotting;

public class ClippingTests
{
    private static readonly Box Box = new(-1, -2, 3, 1);

    [Fact]
    public void ASegmentIsCutWhereSamplesLeaveTheBox()
    {
        const int samples = 2000;
        var random = new Random(1);
        var hits = 0;
        for (var trial = 0; trial < 300; trial++)
        {
            var (a, b) = (Anywhere(random), Anywhere(random));
            var inside = Enumerable
                .Range(0, samples + 1)
                .Select(i => i / (double)samples)
                .Where(t => Box.Contains(a + t * (b - a)))
                .ToArray();
            if (Clipping.Segment(a, b, Box) is not { } part)
            {
                Assert.Empty(inside);
                continue;
            }
            hits++;
            // Samples are one step apart; a part shorter than a step may hold none.
            var step = (b - a).Length / samples;
            if (inside.Length == 0)
            {
                Assert.True((part.To - part.From).Length <= step);
                continue;
            }
            Assert.True((part.From - (a + inside[0] * (b - a))).Length <= step * 1.001);
            Assert.True((part.To - (a + inside[^1] * (b - a))).Length <= step * 1.001);
        }
        Assert.InRange(hits, 50, 250);
    }

    [Fact]
    public void APolylineFallsIntoPiecesWhereItLeavesAndAtGaps()
    {
        Point?[] points = [new(0, 0), new(0, 5), new(2, 5), new(2, 0), null, new(0, -1), new(1, -1)];
        var pieces = Clipping.Polyline(points, Box);
        Assert.Equal(
            [
                [new(0, 0), new(0, 1)],
                [new(2, 1), new(2, 0)],
                [new(0, -1), new(1, -1)],
            ],
            pieces
        );
    }

    [Fact]
    public void AClippedPolygonHasTheAreaThatSamplesFind()
    {
        Point[] triangle = [new(-3, -3), new(4, -1), new(0, 3)];
        var clipped = Clipping.Polygon(triangle, Box);
        const int n = 400;
        var (w, h) = (Box.Width / n, Box.Height / n);
        var count = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (Inside(triangle, new(Box.Left + (i + 0.5) * w, Box.Top + (j + 0.5) * h)))
                    count++;
            }
        }
        // The border meets about two cells of each row and column: 4 n of n² cells are in doubt, by half.
        Assert.Equal(count * w * h, Math.Abs(Shoelace.Area(clipped)), 2 * n * w * h);
        Assert.All(clipped, p => Assert.True(Box.Inflate(1e-12).Contains(p)));
    }

    [Fact]
    public void SimplificationKeepsEveryPointWithinTheTolerance()
    {
        var points = Enumerable
            .Range(0, 5000)
            .Select(i => new Point(i * 0.02, 30 * Math.Sin(i * 0.002)))
            .ToArray();
        var simple = Simplification.Simplify(points);
        Assert.InRange(simple.Count, 10, 200);
        Assert.Equal((points[0], points[^1]), (simple[0], simple[^1]));
        Assert.All(
            points,
            p =>
                Assert.True(
                    simple.Zip(simple.Skip(1)).Min(s => Simplification.Distance(p, s.First, s.Second)) <= 0.02
                )
        );
    }

    private static Point Anywhere(Random random) =>
        new(10 * random.NextDouble() - 5, 10 * random.NextDouble() - 5);

    private static bool Inside(Point[] triangle, Point p) =>
        Enumerable.Range(0, 3).All(i => Shoelace.Area([triangle[i], triangle[(i + 1) % 3], p]) >= 0);
}
