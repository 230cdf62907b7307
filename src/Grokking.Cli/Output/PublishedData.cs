using System.Globalization;
using System.Text;
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
        var document = new JsonObject
        {
            ["figure"] = name,
            ["key"] = finished.Key.Hash,
            ["ingredients"] = JsonNode.Parse(finished.Key.Text),
            ["result"] = JsonNode.Parse(finished.Json),
        };
        AtomicFile.Write(
            Path.Combine(folder.Data, $"{name}.json"),
            document.ToJsonString(Json.Compact) + "\n"
        );
        HashSet<string> written = [];
        foreach (DataTable table in finished.Result.Tables())
        {
            string path = Path.Combine(folder.Data, $"{name}.{table.Panel}.csv");
            AtomicFile.Write(path, Csv(table));
            written.Add(path);
        }
        foreach (string path in Directory.EnumerateFiles(folder.Data, $"{name}.*.csv"))
            if (!written.Contains(path))
                File.Delete(path);
    }

    /// <summary>A header line and one line a row; an absent value is an empty field. Values round-trip.</summary>
    public static string Csv(DataTable table)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Columns.Select(column => Quoted(column.Name))).Append('\n');
        for (int row = 0; row < table.Rows; row++)
            text.AppendJoin(',', table.Columns.Select(column => Number(column.Values[row]))).Append('\n');
        return text.ToString();
    }

    // Adding 0 turns −0 into 0, which is how people expect to read it.
    private static string Number(double? value) =>
        value is null ? "" : (value.Value + 0.0).ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string name) =>
        name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
