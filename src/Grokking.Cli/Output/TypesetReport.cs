using System.Text.Json;

namespace Grokking.Cli.Output;

/// <summary>
/// typeset.json: which typesetter and template made report.pdf, and the hashes of the files that they read and of it
/// itself; whether the report is up to date depends on what is there, not on when it was written.
/// </summary>
public sealed class TypesetReport
{
    /// <summary>The file's name.</summary>
    public const string Name = "typeset.json";

    private const string Report = "report.pdf";
    private readonly OutputFolder folder;
    private readonly string typesetter;
    private readonly SortedDictionary<string, string> read;

    /// <summary>Looks at what the report is to be made of.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="typesetter">What it depends on beside files of the folder.</param>
    /// <param name="sources">Those files, by their paths in the folder.</param>
    public TypesetReport(OutputFolder folder, string typesetter, IEnumerable<string> sources)
    {
        this.folder = folder;
        this.typesetter = typesetter;
        // Now, before they are read: what changes meanwhile is found different next time.
        read = new(
            sources.ToDictionary(path => path, path => PlainFile.Hash(Path.Combine(folder.Root, path))),
            StringComparer.Ordinal
        );
    }

    /// <summary>Whether the report is there as it was made, by this typesetter and of these files as they are.</summary>
    public bool IsUpToDate =>
        PlainFile.HasContent(folder.Report)
        && !folder.Damaged.Contains(Report)
        && PlainFile.Text(PathIn(folder)) == Text();

    /// <summary>Keeps the record of the report that is there.</summary>
    public void Write() => AtomicFile.Write(PathIn(folder), Text());

    /// <summary>The SHA-256 that a folder's report should have; null if that is not known.</summary>
    public static string? Hash(OutputFolder folder) =>
        CheckedJson.Read(PathIn(folder)).At("files").TextAt(Report);

    private string Text() =>
        JsonSerializer.Serialize(
            new
            {
                Typesetter = typesetter,
                Files = read.Append(KeyValuePair.Create(Report, PlainFile.Hash(folder.Report)))
                    .ToDictionary(file => file.Key, file => file.Value),
            },
            Json.Readable
        ) + "\n";

    private static string PathIn(OutputFolder folder) => Path.Combine(folder.Root, Name);
}
