namespace Grokking.Figures.Plotting.Annotations;

/// <summary>A straight guide across the plot area, below the data: vertical, horizontal or both.</summary>
public sealed class LineAnnotation : Annotation
{
    /// <summary>The abscissa of a vertical line; null for none.</summary>
    public double? X { get; init; }

    /// <summary>The ordinate of a horizontal line; null for none.</summary>
    public double? Y { get; init; }

    /// <summary>The colour.</summary>
    public PlotColor Color { get; init; } = FigureStyle.Grey;

    /// <summary>How the line is interrupted.</summary>
    public LineStyle LineStyle { get; init; } = LineStyle.Dot;

    /// <summary>The thickness, in points.</summary>
    public double StrokeThickness { get; init; } = FigureStyle.FrameThickness;
}
