namespace Grokking.Figures.Plotting.Axes;

/// <summary>A logarithmic colour scale.</summary>
public sealed class LogarithmicColorAxis : LogarithmicAxis, IColorAxis
{
    /// <inheritdoc/>
    public Palette Palette { get; init; } = FigureStyle.RedToBlue;
}
