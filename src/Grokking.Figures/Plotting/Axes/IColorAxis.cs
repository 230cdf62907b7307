namespace Grokking.Figures.Plotting.Axes;

/// <summary>An axis that shows values as colours; it is drawn as a colour bar beside the plot area.</summary>
public interface IColorAxis
{
    /// <summary>The colours, from the lower to the upper end.</summary>
    Palette Palette { get; }
}
