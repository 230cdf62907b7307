using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grokking.Cli.Output;

/// <summary>
/// Reads JSON that may be damaged, and sound JSON that says something else: what is not as expected is absent, so that
/// whoever asks for it says what is missing.
/// </summary>
internal static class CheckedJson
{
    /// <summary>What a file holds; null if that is no JSON, or null.</summary>
    public static JsonNode? Read(string path)
    {
        try
        {
            return JsonNode.Parse(PlainFile.Text(path), documentOptions: Json.Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property; null if there is none, or nothing that could have one.</summary>
    public static JsonNode? At(this JsonNode? node, string name) => (node as JsonObject)?[name];

    /// <summary>A property that is a text; null if it is none.</summary>
    public static string? TextAt(this JsonNode? node, string name) =>
        node.At(name) is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;
}
