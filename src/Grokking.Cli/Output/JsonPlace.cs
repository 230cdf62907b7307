using System.Globalization;
using System.Text.Json.Nodes;

namespace Grokking.Cli.Output;

/// <summary>A place in a JSON document as a JSON pointer (RFC 6901) names it, e.g. "/result/times/3/theory".</summary>
internal static class JsonPlace
{
    /// <summary>What stands there; null if nothing does.</summary>
    public static JsonNode? Of(JsonNode? document, string pointer) =>
        pointer
            .Split('/')
            .Skip(1)
            .Aggregate(
                document,
                (node, name) =>
                    node switch
                    {
                        JsonObject map => map[name],
                        JsonArray list
                            when int.TryParse(name, CultureInfo.InvariantCulture, out int i)
                                && i >= 0
                                && i < list.Count => list[i],
                        _ => null,
                    }
            );
}
