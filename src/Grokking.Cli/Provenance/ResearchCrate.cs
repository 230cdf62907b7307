using System.Text.Json.Nodes;
using Grokking.Cli.Output;

namespace Grokking.Cli.Provenance;

/// <summary>
/// ro-crate-metadata.json: what was run, on what, and what came out, for archives and machines; a Process Run Crate
/// after RO-Crate 1.1. Each file is the result of the action that its own key names, whatever ran last. It dates from
/// the commit, not from the clock, so that the same commit gives the same bytes.
/// </summary>
public static class ResearchCrate
{
    /// <summary>The file's name.</summary>
    public const string Name = "ro-crate-metadata.json";

    private const string License = "https://spdx.org/licenses/MIT";
    private const string Paper = "https://arxiv.org/abs/2310.16441";

    /// <summary>Describes every published file.</summary>
    public static void Write(OutputFolder folder)
    {
        Commit commit = Commit.Current();
        string[] files = [.. Manifest.Published(folder).Where(path => path != Name)];
        PublishedAction[] actions = [.. PublishedAction.Of(folder, files)];
        Origin[] results = [.. actions.SelectMany(action => action.From).DistinctBy(origin => origin.Key)];
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
                ("description", $"Figures, numbers and report, profile {Profiles(results)}"),
                ("datePublished", commit.Date),
                ("license", Reference(License)),
                ("conformsTo", Reference("https://w3id.org/ro/wfrun/process/0.5")),
                ("citation", Reference(Paper)),
                ("hasPart", References(files)),
                ("mentions", References(actions.Select(action => action.Id)))
            ),
            Entity(
                "#grokking",
                "SoftwareApplication",
                ("name", "grokking"),
                ("softwareVersion", commit.Text),
                ("license", Reference(License)),
                (
                    "softwareRequirements",
                    new JsonArray([
                        .. results.Select(origin => origin.Software).Distinct().Select(one => (JsonNode)one),
                    ])
                )
            ),
            Entity(
                Paper,
                "ScholarlyArticle",
                ("name", "Grokking in Linear Estimators"),
                ("datePublished", "2024")
            ),
            Entity(License, "CreativeWork", ("name", "MIT License")),
            .. results.Select(origin =>
                Entity(Id(origin), "PropertyValue", ("name", origin.Key), ("value", origin.Text))
            ),
            .. actions.Select(action =>
                Entity(
                    action.Id,
                    "CreateAction",
                    ("name", action.Command),
                    ("instrument", Reference("#grokking")),
                    ("object", References([Paper, .. action.From.Select(Id)])),
                    ("result", References(action.Results))
                )
            ),
            .. files.Select(path => Entity(path, "File", ("encodingFormat", Format(path)))),
        ];
        var crate = new JsonObject
        {
            ["@context"] = "https://w3id.org/ro/crate/1.1/context",
            ["@graph"] = graph,
        };
        AtomicFile.Write(Path.Combine(folder.Root, Name), crate.ToJsonString(Json.Readable) + "\n");
    }

    private static string Id(Origin origin) => $"#result-{origin.Key}";

    private static string Profiles(Origin[] results) =>
        string.Join(" and ", results.Select(origin => origin.Profile).Distinct());

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
