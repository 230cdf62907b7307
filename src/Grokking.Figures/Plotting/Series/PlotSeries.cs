namespace Grokking.Figures.Plotting.Series;

/// <summary>Something with data in a plot. A series without points is a legend entry only.</summary>
public abstract class PlotSeries
{
    /// <summary>The legend entry, in the markup of <see cref="Text.RichText"/>; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The data points, for the automatic range of the axes.</summary>
    internal abstract IEnumerable<DataPoint> Extent { get; }
}
