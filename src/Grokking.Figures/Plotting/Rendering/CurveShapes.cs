using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Curves and bands.</summary>
internal static class CurveShapes
{
    public static IEnumerable<Shape> Lines(LineSeries series, PlotArea area) =>
        Clipping
            .Polyline(series.Points.Select(area.ToPoint), area.LineBox)
            .Select(piece => new StrokeShape(
                Simplification.Simplify(piece),
                series.Color,
                series.StrokeThickness,
                series.LineStyle
            ));

    public static IEnumerable<Shape> Markers(LineSeries series, PlotArea area) =>
        series.MarkerType == MarkerType.None
            ? []
            : series
                .Points.Where(area.Contains)
                .Select(p => new MarkerShape(
                    area.ToPoint(p)!.Value,
                    series.MarkerType,
                    series.MarkerSize,
                    series.Color,
                    series.MarkerFilled ? series.Color : FigureStyle.White
                ));

    /// <exception cref="InvalidOperationException">The two curves differ in length.</exception>
    public static IEnumerable<Shape> Bands(AreaSeries series, PlotArea area)
    {
        if (series.Points.Count != series.Points2.Count)
            throw new InvalidOperationException(
                $"The band '{series.Title}' has curves of different lengths."
            );
        var run = new List<(Point Upper, Point Lower)>();
        foreach (
            var (upper, lower) in series.Points.Zip(series.Points2).Append((DataPoint.Undefined, default))
        )
        {
            if (area.ToPoint(upper) is { } above)
            {
                run.Add((above, Bottom(lower, above, area)));
                continue;
            }
            if (run.Count > 1)
                yield return Band(run, series, area);
            run.Clear();
        }
    }

    /// <summary>What a logarithmic scale cannot show lies below the frame.</summary>
    private static Point Bottom(DataPoint lower, Point above, PlotArea area) =>
        area.ToPoint(lower) ?? new(above.X, Math.Max(above.Y, area.Box.Bottom + area.Box.Height));

    private static FillShape Band(List<(Point Upper, Point Lower)> run, AreaSeries series, PlotArea area)
    {
        var there = Simplification.Simplify([.. run.Select(p => p.Upper)]);
        var back = Simplification.Simplify([.. run.Select(p => p.Lower)]);
        return new([Clipping.Polygon([.. there, .. back.Reverse()], area.LineBox)], series.Fill);
    }
}
