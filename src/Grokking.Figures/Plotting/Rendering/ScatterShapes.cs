using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Markers with error bars.</summary>
internal static class ScatterShapes
{
    private const double BarThickness = 0.8;

    public static IEnumerable<Shape> Of(ScatterSeries series, PlotArea area)
    {
        foreach (var p in series.Points.Where(p => area.Contains(new(p.X, p.Y))))
        {
            var center = new Point(area.ToX(p.X), area.ToY(p.Y));
            var marker = new MarkerShape(
                center,
                series.MarkerType,
                series.MarkerSize,
                series.Color,
                series.Inside
            );
            yield return marker;
            if (p.LowerY is null && p.UpperY is null)
                continue;
            foreach (var end in new[] { p.LowerY, p.UpperY }.OfType<double>())
            {
                foreach (var stroke in ErrorBar(center, end, series, area))
                    yield return stroke;
            }
            yield return marker with
            {
                HasHalo = false,
            };
        }
    }

    private static IEnumerable<Shape> ErrorBar(Point center, double end, ScatterSeries series, PlotArea area)
    {
        // An end that a logarithmic scale cannot show lies below the frame.
        var valid = area.Y.Axis.IsValid(end);
        var y = valid ? Math.Clamp(area.ToY(end), area.Box.Top, area.Box.Bottom) : area.Box.Bottom;
        yield return Bar(center, new(center.X, y));
        var cap = 0.75 * series.MarkerSize;
        if (valid && area.Y.Contains(end))
            yield return Bar(new(center.X - cap, y), new(center.X + cap, y));

        StrokeShape Bar(Point from, Point to) => new([from, to], series.Color, BarThickness);
    }
}
