using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>Losses, accuracies and what follows from them, side by side: figures 1, 2, 3, S1 and S2.</summary>
internal static class LearningFigure
{
    /// <summary>The drawing.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="curves">The settings of the panels (a) and (b).</param>
    /// <param name="settings">What the legend calls each.</param>
    /// <param name="colors">The colour of each.</param>
    /// <param name="losses">The ends of the losses' ordinate.</param>
    /// <param name="third">The panel (c); null for none.</param>
    /// <param name="moreLosses">What the panel (a) shows besides.</param>
    /// <param name="lowestAccuracy">The lower end of the accuracies' ordinate.</param>
    public static FigureDrawing Of(
        string title,
        string description,
        LearningComparison[] curves,
        IEnumerable<string> settings,
        PlotColor[] colors,
        (double Low, double High) losses,
        PlotModel? third = null,
        IEnumerable<PlotSeries>? moreLosses = null,
        double lowestAccuracy = LearningPanels.BelowAccuracies
    )
    {
        (double, double) epochs = (1, curves[0].Epochs[^1]);
        PlotModel first = LearningPanels.Losses(curves, colors, epochs, losses);
        foreach (PlotSeries one in moreLosses ?? [])
            first.Series.Add(one);
        return new FigureDrawing
        {
            Title = title,
            Description = description,
            Height = third is { Legend: null } ? 93 : 86,
            Panels =
            [
                first,
                LearningPanels.Accuracies(curves, colors, epochs, lowestAccuracy),
                .. third is null ? [] : new[] { third },
            ],
            Legend = LearningLegend.Layout,
            LegendEntries =
            [
                .. LearningLegend.Entries(curves, settings, colors),
                // A third panel without a legend of its own is explained with the others.
                .. third is { Legend: null } ? third.Series.Where(one => one.Title is not null) : [],
            ],
        };
    }
}
