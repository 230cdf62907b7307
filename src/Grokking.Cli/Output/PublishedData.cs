using System.Text.Json.Nodes;
using Grokking.Curves;

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
        AtomicFile.Write(Path.Combine(folder.Data, $"{name}.json"), Text(finished.Key, finished.Json, name));
        HashSet<string> written = [];
        foreach (DataTable table in finished.Result.Tables())
        {
            string path = Path.Combine(folder.Data, $"{name}.{table.Panel}.csv");
            AtomicFile.Write(path, CsvText.Of(table, "R")); // round-trips
            written.Add(path);
        }
        foreach (string path in Directory.EnumerateFiles(folder.Data, $"{name}.*.csv"))
            if (!written.Contains(path))
                File.Delete(path);
    }

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
