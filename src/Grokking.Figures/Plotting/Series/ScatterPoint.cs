namespace Grokking.Figures.Plotting.Series;

/// <summary>A marker, with error bars where an end of them is given.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
/// <param name="LowerY">The lower end of the upright error bar; null for none.</param>
/// <param name="UpperY">The upper end of the upright error bar; null for none.</param>
/// <param name="LowerX">The left end of the level error bar; null for none.</param>
/// <param name="UpperX">The right end of the level error bar; null for none.</param>
public readonly record struct ScatterPoint(
    double X,
    double Y,
    double? LowerY = null,
    double? UpperY = null,
    double? LowerX = null,
    double? UpperX = null
);
