using System.Text.Json.Nodes;
using Grokking.Cli.Output;

namespace Grokking.Cli.Provenance;

/// <summary>
/// ro-crate-metadata.json: what was run, on what, and what came out, for archives and machines; a Process Run Crate
/// after RO-Crate 1.1. It dates from the commit, not from the clock, so that the same commit gives the same bytes.
/// </summary>
public static class ResearchCrate
{
    /// <summary>The file's name.</summary>
    public const string Name = "ro-crate-metadata.json";

    private const string License = "https://spdx.org/licenses/MIT";
    private const string Paper = "https://arxiv.org/abs/2310.16441";

    /// <summary>Describes every published file.</summary>
    public static void Write(OutputFolder folder, Run run)
    {
        Commit commit = Commit.Current();
        string[] files = [.. Manifest.Published(folder).Where(path => path != Name)];
        JsonArray graph =
        [
            Entity(
                Name,
                "CreativeWork",
                ("conformsTo", Reference("https://w3id.org/ro/crate/1.1")),
                ("about", Reference("./"))
            ),
            Entity(
                "./",
                "Dataset",
                ("name", "Grokking in Linear Estimators, reproduced"),
                ("description", $"Figures, numbers and report of the {run.Profile.Name} profile"),
                ("datePublished", commit.Date),
                ("license", Reference(License)),
                ("conformsTo", Reference("https://w3id.org/ro/wfrun/process/0.5")),
                ("citation", Reference(Paper)),
                ("hasPart", References(files)),
                ("mentions", Reference("#run"))
            ),
            Entity(
                "#run",
                "CreateAction",
                ("name", run.CommandLine("simulate")),
                ("instrument", Reference("#grokking")),
                ("object", References([Paper, "#parameters"])),
                ("result", References(files))
            ),
            Entity(
                "#grokking",
                "SoftwareApplication",
                ("name", "grokking"),
                ("softwareVersion", commit.IsDirty ? $"{commit.Id}-dirty" : commit.Id),
                ("license", Reference(License)),
                (
                    "softwareRequirements",
                    new JsonArray([.. Versions.All().Select(one => (JsonNode)$"{one.Name} {one.Version}")])
                )
            ),
            Entity(
                "#parameters",
                "PropertyValue",
                ("name", "profile, seed and linear algebra"),
                ("value", $"{run.Profile.Name}, {run.Seed}, {run.LinearAlgebra.Name}")
            ),
            Entity(
                Paper,
                "ScholarlyArticle",
                ("name", "Grokking in Linear Estimators"),
                ("datePublished", "2024")
            ),
            Entity(License, "CreativeWork", ("name", "MIT License")),
            .. files.Select(path => Entity(path, "File", ("encodingFormat", Format(path)))),
        ];
        var crate = new JsonObject
        {
            ["@context"] = "https://w3id.org/ro/crate/1.1/context",
            ["@graph"] = graph,
        };
        AtomicFile.Write(Path.Combine(folder.Root, Name), crate.ToJsonString(Json.Readable) + "\n");
    }

    private static JsonObject Entity(
        string id,
        string type,
        params (string Name, JsonNode? Value)[] properties
    )
    {
        var entity = new JsonObject { ["@id"] = id, ["@type"] = type };
        foreach (var (name, value) in properties)
            if (value is not null)
                entity[name] = value;
        return entity;
    }

    private static JsonObject Reference(string id) => new() { ["@id"] = id };

    private static JsonArray References(IEnumerable<string> ids) => [.. ids.Select(Reference)];

    private static string Format(string path) =>
        Path.GetExtension(path) switch
        {
            ".csv" => "text/csv",
            ".json" => "application/json",
            ".md" => "text/markdown",
            ".pdf" => "application/pdf",
            ".png" => "image/png",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
}
