using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Geometry;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The rectangle inside the frame, with its scales.</summary>
internal sealed record PlotArea(Box Box, AxisRange X, AxisRange Y)
{
    /// <summary>Room beyond the frame that lines are kept in, so that they do not end visibly at it.</summary>
    public Box LineBox => Box.Inflate(4);

    public double ToX(double x) => Box.Left + X.Fraction(x) * Box.Width;

    public double ToY(double y) => Box.Bottom - Y.Fraction(y) * Box.Height;

    /// <summary>The place of a point, or null if the scales cannot show it.</summary>
    public Point? ToPoint(DataPoint p) =>
        X.Axis.IsValid(p.X) && Y.Axis.IsValid(p.Y) ? new Point(ToX(p.X), ToY(p.Y)) : null;

    public bool Contains(DataPoint p) =>
        X.Axis.IsValid(p.X) && Y.Axis.IsValid(p.Y) && X.Contains(p.X) && Y.Contains(p.Y);
}
