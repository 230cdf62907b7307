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
        BringUpToDate(run, folder);
        foreach (IStudy study in run.Studies)
            PublishedData.Write(folder, FinishedStudy.Of(study, run, folder), Recipe.NameOf(study));
        Verdicts.Write(run, folder);
    }

    /// <summary>Runs what has no up-to-date result into the cache, and publishes nothing.</summary>
    public static void BringUpToDate(Run run, OutputFolder folder)
    {
        var cache = new StudyCache(folder.Cache);
        List<IStudy> stale = [];
        foreach (IStudy study in run.Studies)
        {
            string? why = WhyItRuns(cache, StudyKey.Of(study, run), run.Force);
            Console.Error.WriteLine(why is null ? $"{study.Id}: up to date" : $"{study.Id}: to run ({why})");
            if (why is not null)
                stale.Add(study);
        }

        if (stale.Count > 0)
            ProgressDisplay.Run(
                "simulations",
                progress =>
                    Laboratory.Run(
                        stale.Select(study => (study, run.ReplicasOf(study))),
                        new Seed(run.Seed),
                        run.LinearAlgebra,
                        new Execution { Threads = run.Threads, Progress = progress },
                        (study, result) =>
                            cache.Store(
                                StudyKey.Of(study, run),
                                JsonSerializer.Serialize(result, result.GetType(), Json.Compact)
                            )
                    )
            );
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
