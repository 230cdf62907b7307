using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Grokking.Cli.Output;

namespace Grokking.Cli.Provenance;

/// <summary>
/// run.json: what ran when, where and for how long. The only file with a clock or a host in it, so that all others
/// can be compared byte by byte.
/// </summary>
public static class RunRecord
{
    /// <summary>Writes the entry of one verb, keeping those of the others.</summary>
    public static void Write(OutputFolder folder, Run run, string verb, DateTimeOffset started, TimeSpan took)
    {
        string path = Path.Combine(folder.Root, "run.json");
        JsonObject steps = Earlier(path);
        steps[verb] = new JsonObject
        {
            ["started"] = started.ToString("O"),
            ["seconds"] = Math.Round(took.TotalSeconds, 3),
            ["command"] = run.CommandLine(verb),
            ["profile"] = run.Profile.Name,
            ["replicas"] = new JsonObject(
                run.Studies.Select(study => KeyValuePair.Create(study.Id, (JsonNode?)run.ReplicasOf(study)))
            ),
            ["seed"] = run.Seed,
            ["threads"] = run.Threads,
            ["linear_algebra"] = run.LinearAlgebra.Name,
            ["engine"] = Run.NameOf(run.Engine),
        };
        Commit commit = Commit.Current();
        var record = new JsonObject
        {
            ["commit"] = commit.Text,
            ["versions"] = new JsonObject(
                Versions
                    .All(run.LinearAlgebra)
                    .Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Version))
            ),
            ["machine"] = new JsonObject
            {
                ["name"] = Environment.MachineName,
                ["system"] = RuntimeInformation.OSDescription,
                ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
                ["processors"] = Environment.ProcessorCount,
            },
            ["steps"] = steps,
        };
        AtomicFile.Write(path, record.ToJsonString(Json.Readable) + "\n");
    }

    /// <summary>A damaged record is only a record.</summary>
    private static JsonObject Earlier(string path) =>
        CheckedJson.Read(path).At("steps") is JsonObject steps ? (JsonObject)steps.DeepClone() : [];
}
