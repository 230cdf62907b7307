using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Report;

/// <summary>A one-layer setting whose curves are shown, by one figure or by several.</summary>
/// <param name="Recipe">The first figure that shows it.</param>
/// <param name="Position">Which of that figure's settings.</param>
/// <param name="Setting">Its curves and times.</param>
/// <param name="Figures">The numbers of all figures that show it.</param>
internal sealed record ShownSetting(
    FinishedRecipe Recipe,
    int Position,
    CurveComparison Setting,
    IReadOnlyList<string> Figures
)
{
    /// <summary>Every setting once: figures that share one share its draws, so that the numbers are the same.</summary>
    public static IEnumerable<ShownSetting> All(IReadOnlyList<FinishedRecipe> recipes) =>
        recipes
            .SelectMany(recipe =>
                CurvesOf(recipe.Result)
                    .Select(
                        (setting, i) => new ShownSetting(recipe, i, setting, [recipe.Recipe.Figure.Number])
                    )
            )
            .GroupBy(shown =>
                (
                    shown.Setting.TrainingSamples,
                    shown.Setting.OutputDimension,
                    shown.Setting.WeightDecay,
                    shown.Setting.Times.Epsilon
                )
            )
            .Select(same => same.First() with { Figures = [.. same.SelectMany(shown => shown.Figures)] });

    private static IReadOnlyList<CurveComparison> CurvesOf(StudyResult result) =>
        result switch
        {
            SampleRatioResult one => one.Settings,
            OutputDimensionResult one => one.Settings,
            WeightDecayResult one => one.Settings,
            _ => [],
        };
}
