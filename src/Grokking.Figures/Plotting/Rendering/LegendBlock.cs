using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Geometry;
using Grokking.Figures.Plotting.Series;
using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>A legend with a size, still without a place: entries row by row in columns.</summary>
internal sealed class LegendBlock
{
    private const double FontSize = FigureStyle.SmallFontSize;
    private const double RowHeight = 1.4 * FontSize;
    private const double SampleWidth = 19;
    private const double SampleGap = 3;
    private const double ColumnGap = 9;

    private readonly PlotSeries[] _entries;
    private readonly double[] _columnWidths;
    private readonly string? _title;

    private LegendBlock(PlotSeries[] entries, string? title, int columns)
    {
        (_entries, _title) = (entries, title);
        _columnWidths =
        [
            .. Enumerable
                .Range(0, columns)
                .Select(c => entries.Where((_, i) => i % columns == c).Max(Measure)),
        ];
    }

    /// <summary>The legend of the series that have a title in one, two and three columns, unless their number is given.</summary>
    public static IEnumerable<LegendBlock> Choices(IEnumerable<PlotSeries> series, Legend legend)
    {
        var entries = Entries(series);
        int[] columns = legend.Columns is { } given ? [given] : [1, 2, 3];
        return columns.Where(c => c <= entries.Length).Select(c => new LegendBlock(entries, legend.Title, c));
    }

    /// <summary>The legend of the series that have a title in a given width, or null if none has a title.</summary>
    public static LegendBlock? Within(double width, IEnumerable<PlotSeries> series, Legend legend)
    {
        var entries = Entries(series);
        if (entries.Length == 0)
            return null;
        var columns = Math.Clamp(legend.Columns ?? entries.Length, 1, entries.Length);
        while (columns > 1 && new LegendBlock(entries, legend.Title, columns).Width > width)
            columns--;
        // As few columns as the same number of rows needs.
        var rows = (entries.Length + columns - 1) / columns;
        return new(entries, legend.Title, (entries.Length + rows - 1) / rows);
    }

    private static PlotSeries[] Entries(IEnumerable<PlotSeries> series) =>
        [.. series.Where(s => s.Title is not null)];

    public double Width =>
        Math.Max(
            _columnWidths.Sum() + ColumnGap * (_columnWidths.Length - 1),
            _title is null ? 0 : FontSize * RichText.Parse(_title).Width
        );

    public double Height => RowHeight * (Rows + (_title is null ? 0 : 1));

    public Box BoxAt(Point corner) => new(corner.X, corner.Y, corner.X + Width, corner.Y + Height);

    private int Rows => (_entries.Length + _columnWidths.Length - 1) / _columnWidths.Length;

    public IEnumerable<Shape> Shapes(Point corner)
    {
        var top = corner.Y;
        if (_title is not null)
        {
            var anchor = new Point(corner.X, top + RowHeight / 2);
            yield return TextShape.At(
                _title,
                anchor,
                HorizontalAlignment.Left,
                VerticalAlignment.Middle,
                FontSize
            ) with
            {
                Halo = 1,
            };
            top += RowHeight;
        }
        for (var i = 0; i < _entries.Length; i++)
        {
            var (row, column) = Math.DivRem(i, _columnWidths.Length);
            var left = corner.X + _columnWidths.Take(column).Sum() + column * ColumnGap;
            var y = top + (row + 0.5) * RowHeight;
            foreach (var shape in Sample(_entries[i], left, y))
                yield return shape;
            var anchor = new Point(left + SampleWidth + SampleGap, y);
            yield return TextShape.At(
                _entries[i].Title!,
                anchor,
                HorizontalAlignment.Left,
                VerticalAlignment.Middle,
                FontSize
            ) with
            {
                Halo = 1,
            };
        }
    }

    private static double Measure(PlotSeries entry) =>
        SampleWidth + SampleGap + FontSize * RichText.Parse(entry.Title!).Width;

    private static IEnumerable<Shape> Sample(PlotSeries entry, double left, double y)
    {
        var middle = new Point(left + SampleWidth / 2, y);
        switch (entry)
        {
            case LineSeries line:
                yield return new StrokeShape(
                    [new(left, y), new(left + SampleWidth, y)],
                    line.Color,
                    line.StrokeThickness,
                    line.LineStyle
                );
                if (line.MarkerType != MarkerType.None)
                    yield return new MarkerShape(
                        middle,
                        line.MarkerType,
                        line.MarkerSize,
                        line.Color,
                        line.MarkerFilled ? line.Color : FigureStyle.White
                    );
                break;
            case ScatterSeries scatter:
                yield return new MarkerShape(
                    middle,
                    scatter.MarkerType,
                    scatter.MarkerSize,
                    scatter.Color,
                    scatter.Inside
                );
                break;
            case AreaSeries area:
                yield return new FillShape(
                    [new Box(left, y - 2.8, left + SampleWidth, y + 2.8).Corners],
                    area.Fill
                );
                break;
        }
    }
}
