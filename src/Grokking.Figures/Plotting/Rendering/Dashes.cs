namespace Grokking.Figures.Plotting.Rendering;

/// <summary>Dash patterns, proportional to the thickness of the line.</summary>
internal static class Dashes
{
    private const double ThinnestUnit = 0.9;

    /// <summary>Lengths of dashes and gaps in turn, in points; empty for a line without gaps.</summary>
    public static IReadOnlyList<double> Of(LineStyle style, double thickness)
    {
        double[] pattern = style switch
        {
            LineStyle.Dash => [3.8, 1.8],
            LineStyle.Dot => [1.1, 1.5],
            LineStyle.DashDot => [5, 1.5, 1.1, 1.5],
            _ => [],
        };
        return Array.ConvertAll(pattern, length => length * Math.Max(thickness, ThinnestUnit));
    }
}
