using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.Cli.Provenance;

namespace Grokking.Cli.Output;

/// <summary>Finds what is wrong with an output folder from the folder alone: hashes, completeness, the ledger.</summary>
public static class Verification
{
    private static readonly string[] Kinds = ["svg", "pdf", "png"];
    private static readonly string[] Verdicts = ["holds", "fails", "inconclusive", "not-tested"];

    /// <summary>One line a problem; none if all is well.</summary>
    public static IReadOnlyList<string> Problems(OutputFolder folder) =>
        [.. Hashes(folder), .. Completeness(folder), .. Crate(folder), .. Ledger(folder)];

    private static IEnumerable<string> Hashes(OutputFolder folder)
    {
        string path = Path.Combine(folder.Root, Manifest.Name);
        if (!File.Exists(path))
            return [$"{Manifest.Name} is missing"];
        Dictionary<string, string> listed = File.ReadLines(path)
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[1], parts => parts[0]);
        string[] there = [.. Manifest.Published(folder)];
        return
        [
            .. listed.Keys.Except(there).Select(name => $"{name} is listed in {Manifest.Name} and missing"),
            .. there.Except(listed.Keys).Select(name => $"{name} is not listed in {Manifest.Name}"),
            .. there
                .Where(name => listed.TryGetValue(name, out string? hash) && hash != Hash(folder, name))
                .Select(name => $"{name} does not match its hash in {Manifest.Name}"),
        ];
    }

    private static string Hash(OutputFolder folder, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Root, name))));

    /// <summary>Every figure has data, every data a figure, and there is a report.</summary>
    private static IEnumerable<string> Completeness(OutputFolder folder)
    {
        string[] there = [.. Manifest.Published(folder)];
        IEnumerable<string> figures = there
            .Select(path => path.Split('/')[^1].Split('.')[0])
            .Where(name => name.StartsWith("figure-", StringComparison.Ordinal))
            .Distinct();
        return figures
            .SelectMany(name => Kinds.Select(kind => $"figures/{name}.{kind}").Append($"data/{name}.json"))
            .Append("report.pdf")
            .Append("verdicts.json")
            .Except(there)
            .Select(name => $"{name} is missing");
    }

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

    /// <summary>Every claim has a verdict of its own, and the text counts the same verdicts as the data.</summary>
    private static IEnumerable<string> Ledger(OutputFolder folder)
    {
        if (Read(folder, "verdicts.json")?["claims"] is not JsonArray claims)
            return ["verdicts.json is missing or damaged"];
        string[] ids = [.. claims.Select(claim => (string?)claim?["id"] ?? "")];
        string[] verdicts = [.. claims.Select(claim => (string?)claim?["verdict"] ?? "none")];
        string text = File.Exists(folder.VerdictsText) ? File.ReadAllText(folder.VerdictsText) : "";
        return
        [
            .. ids.GroupBy(id => id)
                .Where(same => same.Key.Length == 0 || same.Count() > 1)
                .Select(same => $"verdicts.json has {same.Count()} claims called '{same.Key}'"),
            .. ids.Zip(verdicts)
                .Where(claim => !Verdicts.Contains(claim.Second))
                .Select(claim => $"claim {claim.First} has the verdict '{claim.Second}'"),
            .. Verdicts
                .Select(verdict => $" {verdicts.Count(one => one == verdict)} {verdict}")
                .Prepend($"Of {claims.Count} claims")
                .Where(words => !text.Contains(words, StringComparison.Ordinal))
                .Select(words => $"verdicts.md does not say '{words.Trim()}'"),
        ];
    }

    private static JsonNode? Read(OutputFolder folder, string name)
    {
        string path = Path.Combine(folder.Root, name);
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
