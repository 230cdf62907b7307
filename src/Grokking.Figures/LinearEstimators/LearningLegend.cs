using Grokking.Figures.Plotting;
using Grokking.Figures.Plotting.Series;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Figures.LinearEstimators;

/// <summary>What the curves over the epochs mean, said once for all panels of a figure: the same words in every one.</summary>
internal static class LearningLegend
{
    /// <summary>One column for each of: curves of training, of generalisation, t*_tr, t*_gen.</summary>
    public static Legend Layout { get; } = new() { Position = LegendPosition.OutsideTop, Columns = 4 };

    /// <summary>
    /// A first row of settings, the band and what else a figure adds, together four; then a row of one replica and
    /// one of theory.
    /// </summary>
    public static IReadOnlyList<PlotSeries> Entries(
        LearningComparison[] curves,
        IEnumerable<string> settings,
        PlotColor[] colors,
        params PlotSeries[] more
    ) =>
        [
            .. settings.Select((title, i) => new AreaSeries { Title = title, Fill = colors[i] }),
            LearningStyle.Range(FigureStyle.Grey, [], [], $"range of {Replicas(curves)} replicas"),
            .. more,
            LearningStyle.Measured(FigureStyle.Grey, isTraining: true, [], "training, one replica"),
            LearningStyle.Measured(FigureStyle.Grey, isTraining: false, [], "generalisation, one replica"),
            MeasuredMark(isTraining: true, "*t*^{∗}_{tr}, mean ± s.d."),
            MeasuredMark(isTraining: false, "*t*^{∗}_{gen}, mean ± s.d."),
            LearningStyle.Theory(isTraining: true, [], "training, theory"),
            LearningStyle.Theory(isTraining: false, [], "generalisation, theory"),
            PredictedMark(isTraining: true, "*t*^{∗}_{tr}, theory"),
            PredictedMark(isTraining: false, "*t*^{∗}_{gen}, theory"),
        ];

    /// <summary>The same for a caption, as Typst markup.</summary>
    /// <param name="curves">The settings drawn.</param>
    /// <param name="theory">What the theory curves are.</param>
    public static string Explanation(LearningComparison[] curves, string theory)
    {
        int replicas = Replicas(curves);
        string level = Level(curves);
        return $"""
            Colours: measurements, as lines of one replica and as bands that all {replicas} cover; black: {theory}. Markers stand
            where the accuracy reaches {level}: filled ones at the mean over replicas, if all get there, with its standard
            deviation where that reaches beyond the mark; open ones, lightly tinted, by theory. Those that meet are drawn around
            each other, and only that makes their sizes differ.
            """;
    }

    /// <summary>The accuracy that marks t*, "95 %".</summary>
    public static string Level(LearningComparison[] curves) => CaptionText.Percent(curves[0].Level);

    /// <summary>ε as Typst mathematics.</summary>
    public static string Epsilon(LearningComparison[] curves) => CaptionText.Number(curves[0].Epsilon);

    private static int Replicas(LearningComparison[] curves) => curves[0].FinalTrainingLoss.Count;

    private static ScatterSeries PredictedMark(bool isTraining, string title) =>
        LearningStyle.PredictedMark(FigureStyle.Grey, isTraining, [], title);

    private static ScatterSeries MeasuredMark(bool isTraining, string title) =>
        LearningStyle.MeasuredMark(FigureStyle.Grey, isTraining, [], title);
}
