namespace Grokking.Figures.Plotting.Series;

/// <summary>Markers, optionally with error bars. Points outside the plot area are not drawn.</summary>
public sealed class ScatterSeries : PlotSeries
{
    /// <summary>The points.</summary>
    public IReadOnlyList<ScatterPoint> Points { get; init; } = [];

    /// <summary>The colour of the markers and of their error bars.</summary>
    public PlotColor Color { get; init; } = FigureStyle.Black;

    /// <summary>The shape of the markers.</summary>
    public MarkerType MarkerType { get; init; } = MarkerType.Circle;

    /// <summary>Half the extent of a marker, in points.</summary>
    public double MarkerSize { get; init; } = FigureStyle.MarkerSize;

    /// <summary>Whether markers are filled with their colour or open.</summary>
    public bool MarkerFilled { get; init; } = true;

    /// <summary>The colour inside open markers.</summary>
    public PlotColor OpenFill { get; init; } = FigureStyle.White;

    /// <summary>
    /// Whether a marker grows so as to be seen around the ones above it: filled ones around filled ones, open ones
    /// around filled ones of their shape.
    /// </summary>
    public bool IsNested { get; init; }

    internal PlotColor Inside => MarkerFilled ? Color : OpenFill;

    internal override IEnumerable<DataPoint> Extent =>
        Points.SelectMany(p =>
            new[] { new DataPoint(p.X, p.Y), new(p.X, p.LowerY ?? p.Y), new(p.X, p.UpperY ?? p.Y) }.Concat([
                new(p.LowerX ?? p.X, p.Y),
                new(p.UpperX ?? p.X, p.Y),
            ])
        );
}
