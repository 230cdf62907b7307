namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Distances around a plot area, in points.</summary>
internal static class Spacing
{
    public const double MajorTick = 3.2;
    public const double MinorTick = 1.7;

    /// <summary>From the frame to the labels on its left or right.</summary>
    public const double LabelGap = 3;

    /// <summary>From the frame to the base line of the labels below.</summary>
    public const double LabelBaseline = 4 + 0.85 * FigureStyle.SmallFontSize;

    /// <summary>From the frame to the base line of the title below.</summary>
    public const double TitleBaseline = LabelBaseline + 3.5 + 0.95 * FigureStyle.FontSize;

    /// <summary>Below a base line, for subscripts and descenders.</summary>
    public const double Descent = 0.36 * FigureStyle.FontSize;

    /// <summary>The thickness of a line of titles.</summary>
    public const double TitleLine = 1.3 * FigureStyle.FontSize;

    /// <summary>From the labels to the title on the left or right.</summary>
    public const double TitleGap = 2.5;

    /// <summary>From the frame to what stands above it.</summary>
    public const double AboveFrame = 5;

    public const double BarGap = 6;
    public const double BarWidth = 7;

    /// <summary>From the frame to a legend, inside or outside.</summary>
    public const double LegendGap = 6;

    /// <summary>Between panels, and around the figure.</summary>
    public const double BetweenPanels = 8;
    public const double Border = 1.5;
}
