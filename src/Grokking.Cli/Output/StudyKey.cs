using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Grokking.Cli.Provenance;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Output;

/// <summary>
/// Everything that a study's result depends on, in clear. Equal keys mean equal results, so the key's hash is
/// the name under which the result is kept, and "why did it run again" is the difference of two keys.
/// </summary>
public sealed partial class StudyKey
{
    private StudyKey(string text) =>
        (Text, Hash) = (text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>The ingredients as JSON.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The key of one study in one run.</summary>
    public static StudyKey Of(IStudy study, Run run)
    {
        var ingredients = new JsonObject
        {
            ["study"] = study.Id,
            ["profile"] = run.Profile.Name,
            ["replicas"] = run.ReplicasOf(study),
            ["seed"] = run.Seed,
            ["linear_algebra"] = run.LinearAlgebra.Name,
        };
        if (study.Experiments.OfType<TwoLayerExperiment>().Any())
            ingredients["engine"] = Run.NameOf(run.Engine);
        // Deterministic builds derive this identity from the sources, so it changes when the code does.
        ingredients["core_assembly"] = typeof(IStudy).Assembly.ManifestModule.ModuleVersionId.ToString();
        ingredients["versions"] = new JsonObject(
            Versions
                .OfNumbers(run.LinearAlgebra)
                .Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Version))
        );
        ingredients["parameters"] = JsonSerializer.SerializeToNode(study, study.GetType(), Json.Readable);
        return new StudyKey(ingredients.ToJsonString(Json.Readable));
    }

    /// <summary>A key that was written down.</summary>
    public static StudyKey Of(string text) => new(text);

    /// <summary>
    /// The ingredients in which another key of the same study differs, as "name: old → new". A list of numbers is one
    /// ingredient, and so is what several entries of a list share; the profile is but a name for the rest and comes last.
    /// </summary>
    public IReadOnlyList<string> DifferencesFrom(string otherText)
    {
        Dictionary<string, string> here = Leaves(Text),
            there = Leaves(otherText);
        return
        [
            .. here
                .Keys.Union(there.Keys)
                .Where(name => here.GetValueOrDefault(name) != there.GetValueOrDefault(name))
                .GroupBy(name => Position().Replace(name, "[*]"))
                .OrderBy(same => same.Key == "profile")
                .Select(same => $"{same.Key}: {Changes(same)}"),
        ];

        string Changes(IEnumerable<string> names)
        {
            string[] changes =
            [
                .. names
                    .Select(name =>
                        $"{there.GetValueOrDefault(name, "absent")} → {here.GetValueOrDefault(name, "absent")}"
                    )
                    .Distinct(),
            ];
            return changes is [var only] ? only : $"{changes[0]} and others";
        }
    }

    private static Dictionary<string, string> Leaves(string text)
    {
        var leaves = new Dictionary<string, string>();
        Collect(JsonNode.Parse(text), "");
        return leaves;

        void Collect(JsonNode? node, string path)
        {
            if (node is JsonObject map)
                foreach (var (name, value) in map)
                    Collect(value, path.Length == 0 ? name : $"{path}.{name}");
            else if (node is JsonArray list && list.Any(one => one is JsonObject))
                for (int i = 0; i < list.Count; i++)
                    Collect(list[i], $"{path}[{i}]");
            else
                leaves[path] = node is JsonArray numbers
                    ? Shortened(numbers)
                    : node?.ToJsonString() ?? "null";
        }
    }

    /// <summary>A short list in full; of a long one its ends, its length and, since the middle may differ, its hash.</summary>
    private static string Shortened(JsonArray list)
    {
        const int Few = 5;
        string text = list.ToJsonString();
        return list.Count <= Few
            ? text
            : $"[{list[0]} … {list[^1]}] of {list.Count}, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6]}";
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Position();
}
