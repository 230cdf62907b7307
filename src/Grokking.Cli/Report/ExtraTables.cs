using System.Text.Json;
using Grokking.Cli.Output;

namespace Grokking.Cli.Report;

/// <summary>
/// Tables that the report shows if they lie in the output folder and that no verb of the command writes, since they
/// hold times of a machine: benchmark.json and reproducibility.json.
/// </summary>
/// <param name="Benchmark">How fast; null if nobody measured.</param>
/// <param name="Reproducibility">How equal; null if nobody compared.</param>
internal sealed record ExtraTables(ExtraTables.Document? Benchmark, ExtraTables.Document? Reproducibility)
{
    /// <summary>What each of the files holds.</summary>
    public sealed record Document
    {
        public required IReadOnlyList<Table> Tables { get; init; }
    }

    /// <summary>A table of texts and numbers.</summary>
    public sealed record Table
    {
        public required string Title { get; init; }
        public required IReadOnlyList<string> Columns { get; init; }
        public required IReadOnlyList<IReadOnlyList<JsonElement>> Rows { get; init; }
        public string? Note { get; init; }
    }

    /// <summary>Reads both, where they are.</summary>
    /// <exception cref="Failure">One is there and is not what is described here.</exception>
    public static ExtraTables Read(OutputFolder folder) =>
        new(Read(folder, "benchmark.json"), Read(folder, "reproducibility.json"));

    private static Document? Read(OutputFolder folder, string name)
    {
        string path = Path.Combine(folder.Root, name);
        if (!File.Exists(path))
            return null;
        try
        {
            Document document = JsonSerializer.Deserialize<Document>(File.ReadAllText(path), Json.Readable)!;
            return document.Tables.All(table => table.Rows.All(row => row.Count == table.Columns.Count))
                ? document
                : throw new JsonException("a row has more or fewer cells than there are columns");
        }
        catch (JsonException damage)
        {
            throw new Failure(
                $"'{path}' is not {{\"tables\": [{{\"title\", \"columns\", \"rows\", \"note\"}}]}}: {damage.Message}",
                damage
            );
        }
    }
}
