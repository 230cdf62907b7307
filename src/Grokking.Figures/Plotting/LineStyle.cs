namespace Grokking.Figures.Plotting;

/// <summary>How a line is interrupted.</summary>
public enum LineStyle
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dash,

    /// <summary>Dots.</summary>
    Dot,

    /// <summary>Dashes and dots in turn.</summary>
    DashDot,

    /// <summary>No line.</summary>
    None,
}
