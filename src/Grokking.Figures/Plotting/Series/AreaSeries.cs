namespace Grokking.Figures.Plotting.Series;

/// <summary>
/// A band between two curves. A lower point that is not positive on a logarithmic axis counts as far below the
/// range.
/// </summary>
public sealed class AreaSeries : PlotSeries
{
    /// <summary>The upper curve.</summary>
    public IReadOnlyList<DataPoint> Points { get; init; } = [];

    /// <summary>The lower curve.</summary>
    public IReadOnlyList<DataPoint> Points2 { get; init; } = [];

    /// <summary>The colour of the band.</summary>
    public PlotColor Fill { get; init; } = FigureStyle.Grey.WithOpacity(FigureStyle.BandOpacity);

    internal override IEnumerable<DataPoint> Extent => Points.Concat(Points2);
}
