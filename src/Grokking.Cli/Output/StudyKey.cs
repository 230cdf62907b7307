using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Output;

/// <summary>
/// Everything that a study's result depends on, in clear. Equal keys mean equal results, so the key's hash is
/// the name under which the result is kept, and "why did it run again" is the difference of two keys.
/// </summary>
public sealed class StudyKey
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
            // Deterministic builds derive this identity from the sources, so it changes when the code does.
            ["core_assembly"] = typeof(IStudy).Assembly.ManifestModule.ModuleVersionId.ToString(),
            ["parameters"] = JsonSerializer.SerializeToNode(study, study.GetType(), Json.Readable),
        };
        return new StudyKey(ingredients.ToJsonString(Json.Readable));
    }

    /// <summary>The ingredients in which another key of the same study differs, as "name: old → new".</summary>
    public IReadOnlyList<string> DifferencesFrom(string otherText)
    {
        Dictionary<string, string> here = Leaves(Text),
            there = Leaves(otherText);
        return
        [
            .. here
                .Keys.Union(there.Keys)
                .Where(name => here.GetValueOrDefault(name) != there.GetValueOrDefault(name))
                .Select(name =>
                    $"{name}: {there.GetValueOrDefault(name, "absent")} → {here.GetValueOrDefault(name, "absent")}"
                ),
        ];
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
            else if (node is JsonArray list)
                for (int i = 0; i < list.Count; i++)
                    Collect(list[i], $"{path}[{i}]");
            else
                leaves[path] = node?.ToJsonString() ?? "null";
        }
    }
}
