using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Markers with error bars.</summary>
internal static class ScatterShapes
{
    private const double BarThickness = 0.8;

    public static IEnumerable<Shape> ErrorBars(ScatterSeries series, PlotArea area)
    {
        foreach (var p in series.Points.Where(p => area.Contains(new(p.X, p.Y))))
        {
            var x = area.ToX(p.X);
            var center = area.ToY(p.Y);
            foreach (var end in (double?[])[p.LowerY, p.UpperY])
            {
                if (end is not { } value)
                    continue;
                // An end that a logarithmic scale cannot show lies below the frame.
                var valid = area.Y.Axis.IsValid(value);
                var y = valid ? Math.Clamp(area.ToY(value), area.Box.Top, area.Box.Bottom) : area.Box.Bottom;
                yield return new StrokeShape([new(x, center), new(x, y)], series.Color, BarThickness);
                var cap = 0.75 * series.MarkerSize;
                if (valid && area.Y.Contains(value))
                    yield return new StrokeShape(
                        [new(x - cap, y), new(x + cap, y)],
                        series.Color,
                        BarThickness
                    );
            }
        }
    }

    public static IEnumerable<Shape> Markers(ScatterSeries series, PlotArea area) =>
        series
            .Points.Select(p => new DataPoint(p.X, p.Y))
            .Where(area.Contains)
            .Select(p => new MarkerShape(
                area.ToPoint(p)!.Value,
                series.MarkerType,
                series.MarkerSize,
                series.Color,
                series.MarkerFilled
            ));
}
