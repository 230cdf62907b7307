using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.Cli.Output;

namespace Grokking.Cli.Provenance;

/// <summary>One thing that was done, as the files that came of it say themselves.</summary>
/// <param name="Id">A name within the crate.</param>
/// <param name="Command">The command that does it again.</param>
/// <param name="From">The results it worked on.</param>
/// <param name="Results">The published files that came of it.</param>
public sealed record PublishedAction(
    string Id,
    string Command,
    IReadOnlyList<Origin> From,
    IReadOnlyList<string> Results
)
{
    /// <summary>What made the files; one whose maker is unknown, since its record is damaged, belongs to none.</summary>
    public static IEnumerable<PublishedAction> Of(OutputFolder folder, IReadOnlyList<string> files) =>
        [
            .. files
                .Where(path => path.StartsWith("data/", StringComparison.Ordinal))
                .GroupBy(NameOf)
                .Select(group => Simulation(folder, group.Key, [.. group]))
                .OfType<PublishedAction>(),
            .. DrawnFigures
                .Read(folder)
                .All.Select(figure => new PublishedAction(
                    $"#draw-{figure.Key}",
                    figure.Value.Result.CommandLine("draw"),
                    [figure.Value.Result],
                    [
                        .. files.Where(path =>
                            path.StartsWith($"figures/{figure.Key}.", StringComparison.Ordinal)
                        ),
                    ]
                )),
            .. Whole(folder, "verdicts.json", "#judge", ["verdicts.json", "verdicts.md"], files),
            .. Whole(
                folder,
                "data/report.json",
                "#report",
                ["report.pdf", "data/report.json", "numbers.json", TypesetReport.Name],
                files
            ),
        ];

    private static string NameOf(string path) => path.Split('/')[^1].Split('.')[0];

    private static PublishedAction? Simulation(OutputFolder folder, string name, string[] files)
    {
        JsonNode? data = Read(folder, $"data/{name}.json");
        return Origin.Read(data.At("key"), data.At("ingredients")) is { } origin
            ? new PublishedAction($"#simulate-{name}", origin.Command, [origin], files)
            : null;
    }

    /// <summary>What is made of many results at once keeps a list of them, and its command.</summary>
    private static IEnumerable<PublishedAction> Whole(
        OutputFolder folder,
        string record,
        string id,
        string[] results,
        IEnumerable<string> files
    )
    {
        JsonNode? document = Read(folder, record);
        if (Origins(document.At("results")) is { } origins && document.TextAt("command") is { } command)
            yield return new PublishedAction(id, command, origins, [.. files.Intersect(results)]);
    }

    private static Origin[]? Origins(JsonNode? list)
    {
        try
        {
            var origins = list.Deserialize<Origin[]>(Json.Readable);
            return origins?.All(origin => origin is { IsWhole: true }) == true ? origins : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Read(OutputFolder folder, string path) =>
        CheckedJson.Read(Path.Combine(folder.Root, path));
}
