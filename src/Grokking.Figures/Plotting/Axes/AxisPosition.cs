namespace Grokking.Figures.Plotting.Axes;

/// <summary>The side of the plot area an axis belongs to.</summary>
public enum AxisPosition
{
    /// <summary>The abscissa.</summary>
    Bottom,

    /// <summary>The ordinate.</summary>
    Left,

    /// <summary>A colour bar.</summary>
    Right,

    /// <summary>Nowhere: a colour scale that the bar of another panel explains.</summary>
    None,
}
