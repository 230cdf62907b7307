using Grokking.Cli.Output;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli;

/// <summary>A recipe with its result, the same as JSON, and the key under which that is kept.</summary>
public sealed record FinishedRecipe(Recipe Recipe, StudyKey Key, StudyResult Result, string Json)
{
    /// <summary>The results that a run's figures need, which must have been simulated before.</summary>
    /// <exception cref="Failure">A result is missing or damaged.</exception>
    public static IReadOnlyList<FinishedRecipe> All(Run run, OutputFolder folder) =>
        [
            .. Recipe
                .Of(run)
                .Select(recipe =>
                {
                    FinishedStudy finished = FinishedStudy.Of(recipe.Study, run, folder);
                    return new FinishedRecipe(recipe, finished.Key, finished.Result, finished.Json);
                }),
        ];
}
