using System.Globalization;
using System.Text.Json.Nodes;

namespace Grokking.Cli.Output;

/// <summary>A place in a JSON document as a JSON pointer (RFC 6901) names it, e.g. "/result/times/3/theory".</summary>
internal static class JsonPlace
{
    /// <summary>What stands there; null if nothing does.</summary>
    public static JsonNode? Of(JsonNode? document, string pointer) =>
        TryFind(document, pointer, out JsonNode? found) ? found : null;

    /// <summary>Whether the place exists, be it that a null stands there.</summary>
    public static bool TryFind(JsonNode? document, string pointer, out JsonNode? found)
    {
        found = document;
        foreach (string name in pointer.Split('/').Skip(1))
        {
            JsonNode? above = found;
            found = null;
            if (above is JsonArray list && IsIndex(name, list, out int i))
                found = list[i];
            else if (above is not JsonObject map || !map.TryGetPropertyValue(name, out found))
                return false;
        }
        return true;
    }

    /// <summary>The pointer, or as much of it as leads to a null or to nothing: below that there is nothing to point to.</summary>
    public static string UpToNull(JsonNode? document, string pointer)
    {
        int end = pointer.IndexOf('/', 1);
        while (end >= 0 && Of(document, pointer[..end]) is not null)
            end = pointer.IndexOf('/', end + 1);
        return end < 0 ? pointer : pointer[..end];
    }

    private static bool IsIndex(string name, JsonArray list, out int i) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out i) && i < list.Count;
}
