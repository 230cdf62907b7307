using Grokking.Cli.Output;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli;

/// <summary>A recipe with its result and the key under which that is kept.</summary>
public sealed record FinishedRecipe(Recipe Recipe, StudyKey Key, StudyResult Result, string Json)
{
    /// <summary>The results that a run's figures need, which must have been simulated before.</summary>
    /// <exception cref="Failure">A result is missing or damaged.</exception>
    public static IReadOnlyList<FinishedRecipe> All(Run run, OutputFolder folder)
    {
        var cache = new StudyCache(folder.Cache);
        return
        [
            .. Recipe
                .Of(run)
                .Select(recipe =>
                {
                    var key = StudyKey.Of(recipe.Study, run);
                    string json = cache.Find(key) switch
                    {
                        CacheEntry.Found found => found.Result,
                        CacheEntry.Corrupt corrupt => throw new Failure(
                            $"cache entry '{corrupt.Path}' does not match its hash; run `grokking simulate` again"
                        ),
                        CacheEntry.Missing missing => throw new Failure(
                            $"{recipe.Name} has no up-to-date result ({missing.Reason}); run `grokking simulate` first"
                        ),
                        _ => throw new InvalidOperationException(
                            "a cache entry is found, missing or corrupt"
                        ),
                    };
                    return new FinishedRecipe(recipe, key, recipe.Read(json), json);
                }),
        ];
    }
}
