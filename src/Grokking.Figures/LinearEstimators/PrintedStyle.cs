using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.LinearEstimators;

/// <summary>How a formula of the paper that does not hold looks beside what does: thin and dotted.</summary>
internal static class PrintedStyle
{
    /// <summary>A curve by such a formula.</summary>
    public static LineSeries Line(PlotColor color, DataPoint[] points, string? title = null) =>
        new()
        {
            Title = title,
            Points = points,
            Color = color,
            LineStyle = LineStyle.Dot,
            StrokeThickness = FigureStyle.PrintedThickness,
        };
}
