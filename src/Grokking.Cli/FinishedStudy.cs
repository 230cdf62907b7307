using System.Text.Json;
using Grokking.Cli.Output;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli;

/// <summary>A study with its result and the key under which that is kept.</summary>
public sealed record FinishedStudy(IStudy Study, StudyKey Key, StudyResult Result, string Json)
{
    /// <summary>The result of one study, which must have been simulated before.</summary>
    /// <exception cref="Failure">The result is missing or damaged.</exception>
    public static FinishedStudy Of(IStudy study, Run run, OutputFolder folder)
    {
        var key = StudyKey.Of(study, run);
        string json = new StudyCache(folder.Cache).Find(key) switch
        {
            CacheEntry.Found found => found.Result,
            CacheEntry.Corrupt corrupt => throw new Failure(
                $"cache entry '{corrupt.Path}' does not match its hash; run `grokking simulate` again"
            ),
            CacheEntry.Missing missing => throw new Failure(
                $"{Recipe.NameOf(study)} has no up-to-date result ({missing.Reason}); run `grokking simulate` first"
            ),
            _ => throw new InvalidOperationException("a cache entry is found, missing or corrupt"),
        };
        var result = (StudyResult)JsonSerializer.Deserialize(json, study.ResultType, Output.Json.Compact)!;
        return new FinishedStudy(study, key, result, json);
    }

    /// <summary>Every unharmed result in the cache whose numbers are called by a name in files.</summary>
    public static IEnumerable<FinishedStudy> AllOf(string name, OutputFolder folder)
    {
        IStudy? study = Profile
            .All.SelectMany(profile => profile.Studies)
            .FirstOrDefault(one => Recipe.NameOf(one) == name);
        return study is null
            ? []
            : new StudyCache(folder.Cache).AllOf(study.Id).Select(Read).OfType<FinishedStudy>();

        FinishedStudy? Read((StudyKey Key, string Result) entry)
        {
            try
            {
                var result = JsonSerializer.Deserialize(entry.Result, study.ResultType, Output.Json.Compact);
                return new FinishedStudy(study, entry.Key, (StudyResult)result!, entry.Result);
            }
            catch (Exception older) when (older is JsonException or ArgumentException)
            {
                return null; // a version of the command with other results kept it
            }
        }
    }

    /// <summary>Which of the profile's studies have no unharmed result under their present key.</summary>
    public static IReadOnlyList<IStudy> Missing(Run run, OutputFolder folder)
    {
        var cache = new StudyCache(folder.Cache);
        return
        [
            .. run.Profile.Studies.Where(study =>
                cache.Find(StudyKey.Of(study, run)) is not CacheEntry.Found
            ),
        ];
    }
}
