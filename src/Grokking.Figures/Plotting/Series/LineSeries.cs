namespace Grokking.Figures.Plotting.Series;

/// <summary>
/// A curve. Points that are undefined, or not positive on a logarithmic axis, interrupt it.
/// </summary>
public sealed class LineSeries : PlotSeries
{
    /// <summary>The points, in the order in which they are joined.</summary>
    public IReadOnlyList<DataPoint> Points { get; init; } = [];

    /// <summary>The colour of the line and of its markers.</summary>
    public PlotColor Color { get; init; } = FigureStyle.Black;

    /// <summary>The thickness of the line, in points.</summary>
    public double StrokeThickness { get; init; } = FigureStyle.MeasuredThickness;

    /// <summary>How the line is interrupted.</summary>
    public LineStyle LineStyle { get; init; }

    /// <summary>The marker at every point.</summary>
    public MarkerType MarkerType { get; init; }

    /// <summary>Half the extent of a marker, in points.</summary>
    public double MarkerSize { get; init; } = FigureStyle.MarkerSize;

    /// <summary>Whether markers are filled with the colour or with white.</summary>
    public bool MarkerFilled { get; init; } = true;

    internal override IEnumerable<DataPoint> Extent => Points;
}
