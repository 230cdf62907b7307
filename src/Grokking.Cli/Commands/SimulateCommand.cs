using System.Text.Json;
using Grokking.Cli.Output;
using Grokking.Cli.Terminal;
using Grokking.LinearEstimators.Studies;
using Grokking.Randomness;

namespace Grokking.Cli.Commands;

/// <summary>Runs the studies that have no up-to-date result, and publishes the numbers of all.</summary>
internal static class SimulateCommand
{
    public static void Execute(Run run, OutputFolder folder)
    {
        IReadOnlyList<Recipe> recipes = Recipe.Of(run);
        var cache = new StudyCache(folder.Cache);
        List<IStudy> stale = [];
        foreach (IStudy study in recipes.Select(recipe => recipe.Study).Distinct())
        {
            string? why = WhyItRuns(cache, StudyKey.Of(study, run), run.Force);
            Console.Error.WriteLine(why is null ? $"{study.Id}: up to date" : $"{study.Id}: to run ({why})");
            if (why is not null)
                stale.Add(study);
        }

        var laboratory = new Laboratory(
            stale.Select(study => (study, run.ReplicasOf(study))),
            new Seed(run.Seed),
            run.LinearAlgebra
        );
        foreach (IStudy study in stale)
            ProgressDisplay.Run(
                study.Id,
                progress =>
                {
                    var execution = new Execution { Threads = run.Threads, Progress = progress };
                    StudyResult result = laboratory.Run(study, run.ReplicasOf(study), execution);
                    cache.Store(
                        StudyKey.Of(study, run),
                        JsonSerializer.Serialize(result, result.GetType(), Json.Compact)
                    );
                }
            );
        foreach (FinishedRecipe finished in FinishedRecipe.All(run, folder))
            PublishedData.Write(folder, finished);
    }

    private static string? WhyItRuns(StudyCache cache, StudyKey key, bool force) =>
        cache.Find(key) switch
        {
            _ when force => "--force",
            CacheEntry.Missing missing => missing.Reason,
            CacheEntry.Corrupt corrupt => $"cache entry '{corrupt.Path}' does not match its hash",
            _ => null,
        };
}
