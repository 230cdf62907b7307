using System.Text.Json.Nodes;

namespace Grokking.Cli.Output;

/// <summary>The numbers behind a figure or a claim: the whole result as JSON, and every panel's curves as CSV.</summary>
public static class PublishedData
{
    /// <summary>Writes data/name.json and data/name.panel.csv, and removes panels that are no more.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="finished">What.</param>
    /// <param name="name">That of the study's figure, or of the study if it has none.</param>
    public static void Write(OutputFolder folder, FinishedStudy finished, string name)
    {
        IReadOnlyDictionary<string, string> files = Files(finished, name);
        foreach (var (file, text) in files)
            AtomicFile.Write(Path.Combine(folder.Data, file), text);
        foreach (string path in Directory.EnumerateFiles(folder.Data, $"{name}.*.csv"))
            if (!files.ContainsKey(Path.GetFileName(path)))
                File.Delete(path);
    }

    /// <summary>All of these files, by their names in data/.</summary>
    public static IReadOnlyDictionary<string, string> Files(FinishedStudy finished, string name) =>
        new Dictionary<string, string>(
            finished
                .Result.Tables()
                .Select(table =>
                    KeyValuePair.Create($"{name}.{table.Panel}.csv", CsvText.Of(table, "R")) // round-trips
                )
                .Prepend(KeyValuePair.Create($"{name}.json", Text(finished.Key, finished.Json, name)))
        );

    /// <summary>What data/name.json holds.</summary>
    public static string Text(StudyKey key, string result, string name) =>
        new JsonObject
        {
            ["figure"] = name,
            ["key"] = key.Hash,
            ["ingredients"] = JsonNode.Parse(key.Text),
            ["result"] = JsonNode.Parse(result),
        }.ToJsonString(Json.Compact) + "\n";
}
