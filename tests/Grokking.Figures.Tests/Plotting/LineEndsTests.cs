using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Tests.Plotting;

public class LineEndsTests
{
    private static readonly Point[] Border =
    [
        .. Enumerable.Range(0, 1001).Select(i => new Point(0.1 * i, 0)),
    ];

    [Fact]
    public void ALineThatStopsShortMeetsTheBorderAhead()
    {
        var longer = LineEnds.LeadOn([new(20, 30), new(40, 10), new(48, 2)], Border);
        Assert.Equal(4, longer.Count);
        Assert.Equal(0, longer[^1].Y);
        Assert.InRange(longer[^1].X, 48, 58);
    }

    [Fact]
    public void ALineFarAwayOrAtTheBorderOrClosedStaysAsItIs()
    {
        List<Point> far = [new(20, 30), new(40, 20)];
        List<Point> there = [new(20, 30), new(40, 0)];
        List<Point> closed = [new(20, 3), new(30, 3), new(30, 10), new(20, 3)];
        Assert.All(
            (List<Point>[])[far, there, closed],
            line => Assert.Equal(line, LineEnds.LeadOn(line, Border))
        );
    }
}
