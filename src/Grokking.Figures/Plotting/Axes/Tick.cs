namespace Grokking.Figures.Plotting.Axes;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where, in data units.</param>
/// <param name="IsMajor">Long mark or short mark.</param>
/// <param name="Label">The label in the markup of <see cref="Text.RichText"/>, or null for a mark without one.</param>
public readonly record struct Tick(double Value, bool IsMajor, string? Label = null);
