using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Grokking.Cli.Output;

/// <summary>How everything is written as JSON: doubles round-trip, enumerations by name, readable characters.</summary>
public static class Json
{
    /// <summary>Indented, for people and diffs.</summary>
    public static readonly JsonSerializerOptions Readable = Options(indented: true);

    /// <summary>On one line, for programs.</summary>
    public static readonly JsonSerializerOptions Compact = Options(indented: false);

    /// <summary>For reading what may be damaged: two values under one name are an error at once, not later.</summary>
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static JsonSerializerOptions Options(bool indented) =>
        new()
        {
            WriteIndented = indented,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
}
