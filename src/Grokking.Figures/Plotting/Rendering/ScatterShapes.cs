using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Markers with error bars.</summary>
internal static class ScatterShapes
{
    private const double BarThickness = 0.8;

    public static IEnumerable<Shape> Of(IEnumerable<ScatterSeries> all, PlotArea area)
    {
        var marks =
            from series in all
            from point in series.Points
            where area.Contains(new(point.X, point.Y))
            select new Mark(series, point, new(area.ToX(point.X), area.ToY(point.Y)), series.MarkerSize);
        return Mark.Nested(marks).SelectMany(mark => Of(mark, area));
    }

    private static IEnumerable<Shape> Of(Mark mark, PlotArea area)
    {
        var marker = new MarkerShape(
            mark.Center,
            mark.Series.MarkerType,
            mark.Size,
            mark.Series.Color,
            mark.Series.Inside
        );
        yield return marker;
        StrokeShape[] bars = [.. Bars(mark, area)];
        foreach (var bar in bars)
            yield return bar;
        if (bars.Length > 0)
            yield return marker with
            {
                HasHalo = false,
            };
    }

    private static IEnumerable<StrokeShape> Bars(Mark mark, PlotArea area)
    {
        var (box, p) = (area.Box, mark.Point);
        foreach (var end in new[] { p.LowerY, p.UpperY }.OfType<double>())
        {
            // An end that a logarithmic scale cannot show lies beyond the frame.
            var y = area.Y.Axis.IsValid(end) ? Math.Clamp(area.ToY(end), box.Top, box.Bottom) : box.Bottom;
            var isInside = area.Y.Axis.IsValid(end) && area.Y.Contains(end);
            foreach (var bar in Bar(mark, new(mark.Center.X, y), isInside))
                yield return bar;
        }
        foreach (var end in new[] { p.LowerX, p.UpperX }.OfType<double>())
        {
            var x = area.X.Axis.IsValid(end) ? Math.Clamp(area.ToX(end), box.Left, box.Right) : box.Left;
            var isInside = area.X.Axis.IsValid(end) && area.X.Contains(end);
            foreach (var bar in Bar(mark, new(x, mark.Center.Y), isInside))
                yield return bar;
        }
    }

    /// <summary>A bar from the centre to an end, with a cap across unless the frame cuts it.</summary>
    private static IEnumerable<StrokeShape> Bar(Mark mark, Point end, bool hasCap)
    {
        yield return new([mark.Center, end], mark.Series.Color, BarThickness);
        var along = end - mark.Center;
        if (!hasCap || along.Length == 0)
            yield break;
        var across = 0.75 * mark.Series.MarkerSize / along.Length * new Point(along.Y, along.X);
        yield return new([end - across, end + across], mark.Series.Color, BarThickness);
    }
}
