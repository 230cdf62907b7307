using System.Security.Cryptography;
using System.Text.Json;
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
                Read(folder, "verdicts.json"),
                File.Exists(folder.VerdictsText) ? File.ReadAllText(folder.VerdictsText) : ""
            ),
            .. Numbers(folder),
        ];

    private static IEnumerable<string> Hashes(OutputFolder folder)
    {
        string path = Path.Combine(folder.Root, Manifest.Name);
        if (!File.Exists(path))
            return [$"{Manifest.Name} is missing"];
        ILookup<string, string> listed = File.ReadLines(path)
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
                .Where(name => listed[name].Any(hash => hash != Hash(folder, name)))
                .Select(name => $"{name} does not match its hash in {Manifest.Name}"),
        ];
    }

    private static string Hash(OutputFolder folder, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Root, name))));

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
        JsonNode? crate = Read(folder, ResearchCrate.Name);
        if (crate?["@graph"] is not JsonArray graph)
            return [$"{ResearchCrate.Name} is missing or damaged"];
        string[] described =
        [
            .. graph
                .Where(entity => (string?)entity?["@type"] == "File")
                .Select(entity => (string?)entity?["@id"] ?? ""),
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
        var data = new Dictionary<string, JsonNode?>();
        return numbers
            .Where(number => !IsInData(number))
            .Select(number => $"number {number?["id"]} is not what {number?["data"]} says")
            .ToArray();

        bool IsInData(JsonNode? number)
        {
            if ((string?)number?["data"] is not { } name || (string?)number["pointer"] is not { } pointer)
                return false;
            if (!data.TryGetValue(name, out JsonNode? document))
                data[name] = document = Read(folder, name);
            return (string?)document?["key"] == (string?)number["key"]
                && JsonNode.DeepEquals(JsonPlace.Of(document, pointer), number["value"]);
        }
    }

    private static JsonNode? Read(OutputFolder folder, string name)
    {
        string path = Path.Combine(folder.Root, name);
        try
        {
            return File.Exists(path)
                ? JsonNode.Parse(File.ReadAllText(path), documentOptions: Json.Strict)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
