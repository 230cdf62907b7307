using System.Text.Json;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;

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

        /// <summary>The commit that it was measured at.</summary>
        public string? Commit { get; init; }

        /// <summary>The day that it was measured on.</summary>
        public string? Date { get; init; }

        /// <summary>What it was measured on: processor, cores, and whatever else there is to say.</summary>
        public IReadOnlyDictionary<string, string>? Machine { get; init; }
    }

    /// <summary>A table of texts and numbers.</summary>
    public sealed record Table
    {
        public required string Title { get; init; }
        public required IReadOnlyList<string> Columns { get; init; }
        public required IReadOnlyList<IReadOnlyList<JsonElement>> Rows { get; init; }
        public string? Note { get; init; }
    }

    /// <summary>
    /// Reads both, where they are. What was found of another commit's code says nothing about this one's, and is left
    /// out; times are quoted with the date and the machine that they come from.
    /// </summary>
    /// <exception cref="Failure">One is there and is not what is described here.</exception>
    public static ExtraTables Read(OutputFolder folder, Commit commit)
    {
        Document? reproducibility = Read(folder, "reproducibility.json");
        if (reproducibility is null || reproducibility.Commit == commit.Text)
            return new(Read(folder, "benchmark.json"), reproducibility);
        Console.Error.WriteLine(
            $"reproducibility.json is of commit {reproducibility.Commit ?? "unknown"}, not {commit.Text}, and left out; "
                + "`grokking vary` makes it anew"
        );
        return new(Read(folder, "benchmark.json"), Reproducibility: null);
    }

    private static Document? Read(OutputFolder folder, string name)
    {
        string path = Path.Combine(folder.Root, name);
        if (!PlainFile.Exists(path))
            return null;
        try
        {
            var document = JsonSerializer.Deserialize<Document>(PlainFile.Text(path), Json.Readable);
            return document?.Tables?.All(IsWhole) == true && document.Machine?.Values.Contains(null) != true
                ? document
                : throw new JsonException("a part is missing, or a row has not one text or number a column");
        }
        catch (JsonException damage)
        {
            throw new Failure(
                $"'{path}' is not {{\"tables\": [{{\"title\", \"columns\", \"rows\", \"note\"}}]}}: {damage.Message}",
                damage
            );
        }
    }

    /// <summary>Nothing is null that must not be, to which a reader of JSON does not see, and every cell can be shown.</summary>
    private static bool IsWhole(Table? table) =>
        table is { Title: not null, Columns: not null, Rows: not null }
        && table.Columns.All(column => column is not null)
        && table.Rows.All(row => row?.Count == table.Columns.Count && row.All(IsShown));

    private static bool IsShown(JsonElement cell) =>
        cell.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null;
}
