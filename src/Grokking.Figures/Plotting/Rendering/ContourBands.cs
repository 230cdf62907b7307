using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting.Rendering;

/// <summary>The steps of colour between contour levels, in the plot and in the colour bar.</summary>
internal sealed class ContourBands
{
    private const int ContinuousSteps = 64;

    /// <summary>The lower end of the k-th band, k = 1, 2, …, as a value; the band 0 is all that lies below.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>The colour of each band, one more than levels.</summary>
    public IReadOnlyList<PlotColor> Colors { get; }

    public ContourBands(AxisRange range, ContourSeries? series)
    {
        // Without contours, the colour bar is as good as continuous.
        double[] fractions = series is null
            ? [.. Enumerable.Range(1, ContinuousSteps - 1).Select(i => (double)i / ContinuousSteps)]
            : [.. series.ContourLevels.Select(range.Fraction)];
        Levels = series?.ContourLevels ?? [];
        Fractions = fractions;
        double[] ends = [Math.Min(0, fractions[0]), .. fractions, Math.Max(1, fractions[^1])];
        var palette = ((IColorAxis)range.Axis).Palette;
        Colors = [.. ends.Zip(ends.Skip(1), (low, high) => palette.At((low + high) / 2))];
    }

    /// <summary>The levels as fractions of the colour axis.</summary>
    public IReadOnlyList<double> Fractions { get; }
}
