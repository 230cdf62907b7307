using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting;

/// <summary>A figure: panels in a grid, row by row.</summary>
public sealed class FigureDrawing
{
    /// <summary>What the figure is, for those who cannot see it; plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What the figure shows, for those who cannot see it; plain text.</summary>
    public required string Description { get; init; }

    /// <summary>The panels, row by row; at least one. Several are tagged (a), (b), (c) …</summary>
    public required IReadOnlyList<PlotModel> Panels { get; init; }

    /// <summary>The number of columns; null for all panels side by side.</summary>
    public int? Columns { get; init; }

    /// <summary>The width of the whole figure, in mm.</summary>
    public double Width { get; init; } = FigureStyle.TwoColumnWidth;

    /// <summary>The height of the whole figure, in mm.</summary>
    public required double Height { get; init; }

    /// <summary>The entries of a legend that all panels share; none for no such legend.</summary>
    public IReadOnlyList<PlotSeries> LegendEntries { get; init; } = [];

    /// <summary>The shared legend, at the top or the bottom of the figure.</summary>
    public Legend Legend { get; init; } = new() { Position = LegendPosition.OutsideTop };
}
