namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The room around a plot area for labels, titles, legend and colour bar.</summary>
internal readonly record struct Insets(double Left, double Top, double Right, double Bottom);
