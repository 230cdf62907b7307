namespace Grokking.Figures.Plotting.Series;

/// <summary>A marker, with an error bar if an end of it is given.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
/// <param name="LowerY">The lower end of the error bar; null for none.</param>
/// <param name="UpperY">The upper end of the error bar; null for none.</param>
public readonly record struct ScatterPoint(double X, double Y, double? LowerY = null, double? UpperY = null);
