namespace Grokking.Figures.Plotting;

/// <summary>Where a legend stands.</summary>
public enum LegendPosition
{
    /// <summary>Inside, where it covers no data; above the plot area if there is no such place.</summary>
    Automatic,

    /// <summary>Above the plot area.</summary>
    OutsideTop,

    /// <summary>Right of the plot area.</summary>
    OutsideRight,

    /// <summary>Below the axis title.</summary>
    OutsideBottom,
}
