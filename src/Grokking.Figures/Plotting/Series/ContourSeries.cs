namespace Grokking.Figures.Plotting.Series;

/// <summary>
/// Filled contours and labelled iso-lines of a function on a grid. Colours come from the model's colour axis;
/// absent cells stay white.
/// </summary>
public sealed class ContourSeries : PlotSeries
{
    /// <summary>The abscissae of the columns, increasing.</summary>
    public required IReadOnlyList<double> ColumnCoordinates { get; init; }

    /// <summary>The ordinates of the rows, increasing.</summary>
    public required IReadOnlyList<double> RowCoordinates { get; init; }

    /// <summary>The values, [column, row]; null where there is none.</summary>
    public required double?[,] Data { get; init; }

    /// <summary>The values of the iso-lines, increasing; colours change there.</summary>
    public required IReadOnlyList<double> ContourLevels { get; init; }

    /// <summary>
    /// The label of a level, in the markup of <see cref="Text.RichText"/>; null for no label.
    /// </summary>
    public Func<double, string?> LabelOf { get; init; } = Text.NumberText.Format;

    /// <summary>The colour of the iso-lines and of their labels.</summary>
    public PlotColor Color { get; init; } = FigureStyle.Black;

    /// <summary>The thickness of the iso-lines, in points.</summary>
    public double StrokeThickness { get; init; } = FigureStyle.FrameThickness;

    internal override IEnumerable<DataPoint> Extent => [];
}
