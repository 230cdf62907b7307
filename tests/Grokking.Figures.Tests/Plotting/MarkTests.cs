using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Rendering;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Tests.Plotting;

/// <summary>Markers differ in size where one would hide another, and nowhere else.</summary>
public class MarkTests
{
    private static readonly ScatterSeries Diamond = Filled(MarkerType.Diamond);

    private static readonly ScatterSeries Star = Filled(MarkerType.Star);

    private static readonly ScatterSeries Ring = new()
    {
        MarkerType = MarkerType.Diamond,
        MarkerFilled = false,
        IsNested = true,
    };

    [Fact]
    public void MarkersInOnePlaceAreSeenAroundEachOther()
    {
        var sizes = Sizes((Ring, 0), (Diamond, 0), (Diamond, 0.5), (Star, 0));
        Assert.Equal(2 * FigureStyle.NestingStep, sizes[1] - sizes[3], 1e-12);
        Assert.Equal(FigureStyle.NestingStep, sizes[2] - sizes[3], 1e-12);
        Assert.Equal(FigureStyle.RingStep, sizes[0] - sizes[1], 1e-12);
    }

    [Fact]
    public void MarkersApartAreEquallyLarge() =>
        Assert.All(Sizes((Diamond, 0), (Diamond, 9), (Star, 18)), size => Assert.Equal(3, size));

    [Fact]
    public void ARingIsNoneAroundAnotherShape() => Assert.Equal([3, 3], Sizes((Ring, 0), (Star, 0)));

    [Fact]
    public void OnlySeriesThatNestDoSo()
    {
        var plain = new ScatterSeries();
        Assert.Equal([3, 3], Sizes((plain, 0), (Diamond, 0)));
        Assert.Equal([3, 3], Sizes((Diamond, 0), (plain, 0)));
    }

    private static double[] Sizes(params (ScatterSeries Series, double X)[] drawn) =>
        [
            .. Mark.Nested(drawn.Select(one => new Mark(one.Series, default, new Point(one.X, 0), 3)))
                .Select(mark => mark.Size),
        ];

    private static ScatterSeries Filled(MarkerType type) => new() { MarkerType = type, IsNested = true };
}
