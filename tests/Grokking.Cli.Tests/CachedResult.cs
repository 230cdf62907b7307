using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests;

/// <summary>A result in the cache of an output folder, for tests that ask what if the numbers were others.</summary>
internal static class CachedResult
{
    /// <summary>Changes the result of a study and its hash, as if the code had computed it so.</summary>
    public static void Change(TemporaryFolder folder, string study, Action<JsonNode> change)
    {
        string entry = Directory
            .EnumerateDirectories(folder["cache"])
            .Single(one => (string?)Read(one, "key.json")["study"] == study);
        JsonNode result = Read(entry, "result.json");
        change(result);
        string path = Path.Combine(entry, "result.json");
        File.WriteAllText(path, result.ToJsonString());
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllText(Path.Combine(entry, "result.sha256"), $"{hash}  result.json\n");
    }

    /// <summary>Multiplies a number of an object, where there is one.</summary>
    public static void Scale(JsonNode? node, string name, double factor)
    {
        if (node![name] is { } value)
            node[name] = (double)value * factor;
    }

    private static JsonNode Read(string entry, string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(entry, name)))!;
}
