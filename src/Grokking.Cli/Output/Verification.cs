using System.Text.Json.Nodes;
using Grokking.Cli.Provenance;
using Grokking.Figures.LinearEstimators;

namespace Grokking.Cli.Output;

/// <summary>
/// Finds what is wrong with an output folder from the folder alone: hashes, completeness, the ledger, the numbers of
/// the report's tables.
/// </summary>
public static class Verification
{
    private static readonly string[] Kinds = ["svg", "pdf", "png"];

    /// <summary>One line a problem; none if all is well.</summary>
    public static IReadOnlyList<string> Problems(OutputFolder folder) =>
        [
            .. Hashes(folder),
            .. Completeness(folder),
            .. Crate(folder),
            .. LedgerVerification.Problems(
                Read(folder, "verdicts.json") as JsonObject,
                PlainFile.Text(folder.VerdictsText)
            ),
            .. Numbers(folder),
        ];

    private static IEnumerable<string> Hashes(OutputFolder folder)
    {
        string path = Path.Combine(folder.Root, Manifest.Name);
        if (!PlainFile.Exists(path))
            return [$"{Manifest.Name} is missing"];
        ILookup<string, string> listed = PlainFile
            .Text(path)
            .Split('\n')
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[1], parts => parts[0]);
        string[] names = [.. listed.Select(one => one.Key)];
        string[] there = [.. Manifest.Published(folder)];
        return
        [
            .. names.Except(there).Select(name => $"{name} is listed in {Manifest.Name} and missing"),
            .. there.Except(names).Select(name => $"{name} is not listed in {Manifest.Name}"),
            .. there
                .Where(name =>
                    listed[name].Any(hash => hash != PlainFile.Hash(Path.Combine(folder.Root, name)))
                )
                .Select(name => $"{name} does not match its hash in {Manifest.Name}"),
        ];
    }

    /// <summary>Every figure of the paper is there in every kind, with its data, and so is all that is made of all.</summary>
    private static IEnumerable<string> Completeness(OutputFolder folder) =>
        LinearEstimatorsFigures
            .All.Select(figure => $"figure-{figure.Number}")
            .SelectMany(name => Kinds.Select(kind => $"figures/{name}.{kind}").Append($"data/{name}.json"))
            .Append("report.pdf")
            .Append("numbers.json")
            .Append("verdicts.json")
            .Except(Manifest.Published(folder))
            .Select(name => $"{name} is missing");

    private static IEnumerable<string> Crate(OutputFolder folder)
    {
        if (Read(folder, ResearchCrate.Name).At("@graph") is not JsonArray graph)
            return [$"{ResearchCrate.Name} is missing or damaged"];
        string[] described =
        [
            .. graph
                .Where(entity => entity.TextAt("@type") == "File")
                .Select(entity => entity.TextAt("@id") ?? ""),
        ];
        return Manifest
            .Published(folder)
            .Where(name => name != ResearchCrate.Name)
            .Except(described)
            .Select(name => $"{name} is not described in {ResearchCrate.Name}");
    }

    /// <summary>Every number of the report stands where it says in the data of the result it names.</summary>
    private static IEnumerable<string> Numbers(OutputFolder folder)
    {
        if (Read(folder, "numbers.json") is not JsonArray numbers)
            return ["numbers.json is missing or damaged"];
        var data = Manifest
            .Published(folder)
            .ToDictionary(name => name, name => new Lazy<JsonNode?>(() => Read(folder, name)));
        return numbers
            .Where(number => !IsInData(number))
            .Select(number => $"number {number.TextAt("id")} is not what {number.TextAt("data")} says")
            .ToArray();

        bool IsInData(JsonNode? number) =>
            number.TextAt("data") is { } name
            && number.TextAt("pointer") is { } pointer
            && data.TryGetValue(name, out Lazy<JsonNode?>? document)
            && document.Value.TextAt("key") == number.TextAt("key")
            && JsonPlace.TryFind(document.Value, pointer, out JsonNode? found)
            && JsonNode.DeepEquals(found, number.At("value"));
    }

    private static JsonNode? Read(OutputFolder folder, string name) =>
        CheckedJson.Read(Path.Combine(folder.Root, name));
}
