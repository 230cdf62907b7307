using Grokking.Figures.Plotting.Annotations;
using Grokking.Figures.Plotting.Axes;
using Grokking.Figures.Plotting.Series;

namespace Grokking.Figures.Plotting;

/// <summary>
/// One panel: axes, data, annotations, legend. Whatever the order of the series, bands lie below lines and lines
/// below markers; within these layers a later series covers an earlier one.
/// </summary>
public sealed class PlotModel
{
    /// <summary>The title above the plot area, in the markup of <see cref="Text.RichText"/>.</summary>
    public string? Title { get; init; }

    /// <summary>One axis at the bottom, one on the left, and at most one colour axis.</summary>
    public IList<Axis> Axes { get; } = [];

    /// <summary>The data.</summary>
    public IList<PlotSeries> Series { get; } = [];

    /// <summary>What is not data.</summary>
    public IList<Annotation> Annotations { get; } = [];

    /// <summary>
    /// A slim plot below this one, which has this one's abscissa and carries its labels for both; null for none. It has
    /// no abscissa of its own, no title and no legend.
    /// </summary>
    public PlotModel? Below { get; init; }

    /// <summary>The legend; null for none.</summary>
    public Legend? Legend { get; init; }
}
