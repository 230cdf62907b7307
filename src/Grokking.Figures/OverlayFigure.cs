using Grokking.Curves;
using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures;

/// <summary>One column as it was (grey) under the same column as it is (coloured), for a look at a difference.</summary>
public static class OverlayFigure
{
    /// <summary>Draws a column over the first column of its table.</summary>
    /// <param name="expected">The table as it was.</param>
    /// <param name="actual">The table as it is, with the same columns.</param>
    /// <param name="column">The column's name.</param>
    public static FigureDrawing Draw(DataTable expected, DataTable actual, string column) =>
        new()
        {
            Title = $"{actual.Panel}: {column}",
            Description = $"{column} as it was, in grey, under the same as it is, in colour.",
            Width = FigureStyle.OneColumnWidth,
            Height = 70,
            Panels =
            [
                new PlotModel
                {
                    Axes =
                    {
                        AxisFor(AxisPosition.Bottom, Escaped(actual.Columns[0].Name), actual.Columns[0]),
                        AxisFor(AxisPosition.Left, "value", Column(actual, column)),
                    },
                    Series =
                    {
                        Line(expected, column, "was", FigureStyle.Grey, 2 * FigureStyle.MeasuredThickness),
                        Line(actual, column, "is", FigureStyle.Red, FigureStyle.TheoryThickness),
                    },
                    Legend = new Legend { Position = LegendPosition.OutsideTop },
                },
            ],
        };

    private static LineSeries Line(
        DataTable table,
        string column,
        string title,
        PlotColor color,
        double thickness
    ) =>
        new()
        {
            Title = title,
            Color = color,
            StrokeThickness = thickness,
            Points =
            [
                .. table
                    .Columns[0]
                    .Values.Zip(
                        Column(table, column).Values,
                        (x, y) =>
                            x is double abscissa && y is double ordinate
                                ? new DataPoint(abscissa, ordinate)
                                : DataPoint.Undefined
                    ),
            ],
        };

    private static DataColumn Column(DataTable table, string name) =>
        table.Columns.Single(column => column.Name == name);

    private static Axis AxisFor(AxisPosition position, string title, DataColumn column) =>
        column.Values.All(value => value is null or > 0)
            ? new LogarithmicAxis { Position = position, Title = title }
            : new LinearAxis { Position = position, Title = title };

    /// <summary>A name with the characters of the label markup taken literally.</summary>
    private static string Escaped(string name) => name.Replace("_", "\\_", StringComparison.Ordinal);
}
