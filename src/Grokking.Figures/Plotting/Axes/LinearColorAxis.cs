namespace Grokking.Figures.Plotting.Axes;

/// <summary>A linear colour scale.</summary>
public sealed class LinearColorAxis : LinearAxis, IColorAxis
{
    /// <inheritdoc/>
    public Palette Palette { get; init; } = FigureStyle.RedToBlue;
}
