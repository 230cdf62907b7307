using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Filled contours, iso-lines and their labels.</summary>
internal sealed class ContourShapes
{
    /// <summary>One region for each level, each covering the ones below: no seam can open between them.</summary>
    public List<Shape> Fills { get; } = [];

    /// <summary>Where the domain ends.</summary>
    public List<Shape> Borders { get; } = [];

    /// <summary>The iso-lines, interrupted where a label stands.</summary>
    public List<Shape> Lines { get; } = [];

    /// <summary>The labels.</summary>
    public List<Shape> Labels { get; } = [];

    public ContourShapes(ContourSeries series, PlotArea area, AxisRange colors)
    {
        var squares = new MarchingSquares(
            [.. series.ColumnCoordinates.Select(area.ToX)],
            [.. series.RowCoordinates.Select(area.ToY)],
            Transformed(series.Data, colors.Axis)
        );
        var bands = new ContourBands(colors, series);
        var domain = squares.Region(double.NegativeInfinity).Rings;
        Point[] border = [.. domain.SelectMany(ring => ring)];
        Fill(domain, bands.Colors[0]);
        Borders.AddRange(
            domain.Select(ring => new StrokeShape(
                Simplification.Simplify(ring),
                FigureStyle.Grey,
                series.StrokeThickness
            ))
        );
        var isolines = new List<Isoline>();
        foreach (var (level, color) in series.ContourLevels.Zip(bands.Colors.Skip(1)))
        {
            var (rings, lines) = squares.Region(colors.Axis.Transform(level));
            Fill(rings, color);
            var whole = lines.Select(line => LineEnds.LeadOn(line, border));
            foreach (var piece in whole.SelectMany(line => Clipping.Polyline(line.Cast<Point?>(), area.Box)))
                isolines.Add(new(level, Simplification.Simplify(piece)));
        }
        foreach (var (points, label) in new IsolineLabels(area.Box, isolines).Place(series.LabelOf))
        {
            Lines.AddRange(points.Select(p => new StrokeShape(p, series.Color, series.StrokeThickness)));
            if (label is not null)
                Labels.Add(label with { Color = series.Color });
        }
    }

    private void Fill(List<List<Point>> rings, PlotColor color)
    {
        if (rings.Count > 0)
            Fills.Add(new FillShape([.. rings.Select(Simplification.Simplify)], color));
    }

    /// <summary>The values on the colour scale: between grid points it is this scale that is linear.</summary>
    /// <exception cref="InvalidOperationException">The colour scale cannot show a value.</exception>
    private static double?[,] Transformed(double?[,] data, Axis axis)
    {
        var transformed = new double?[data.GetLength(0), data.GetLength(1)];
        for (var i = 0; i < data.GetLength(0); i++)
        {
            for (var j = 0; j < data.GetLength(1); j++)
            {
                if (data[i, j] is not { } value)
                    continue;
                if (!axis.IsValid(value))
                    throw new InvalidOperationException(
                        $"The colour axis cannot show {value} of cell [{i}, {j}]."
                    );
                transformed[i, j] = axis.Transform(value);
            }
        }
        return transformed;
    }
}
