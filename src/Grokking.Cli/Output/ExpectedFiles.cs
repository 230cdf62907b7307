using System.Text;

namespace Grokking.Cli.Output;

/// <summary>
/// What published files should be where the manifest is silent: the numbers follow from a result in the cache, which
/// guards itself by hashes, and figures and the report have theirs in drawn.json and typeset.json.
/// </summary>
internal static class ExpectedFiles
{
    /// <summary>The SHA-256 of every file that is asked for and whose content is known.</summary>
    public static IEnumerable<KeyValuePair<string, string>> In(
        OutputFolder folder,
        Func<string, bool> isSought
    )
    {
        ILookup<string, string> sought = Directory.Exists(folder.Data)
            ? Directory
                .EnumerateFiles(folder.Data)
                .Select(path => $"data/{Path.GetFileName(path)}")
                .Where(isSought)
                .ToLookup(path => Path.GetFileName(path).Split('.')[0])
            : Enumerable.Empty<string>().ToLookup(path => path);
        return Figures(folder)
            .Concat(Report(folder))
            .Where(file => isSought(file.Key))
            .Concat(sought.SelectMany(of => Data(folder, of)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Figures(OutputFolder folder) =>
        from figure in DrawnFigures.Read(folder).All
        from file in figure.Value.Files
        select KeyValuePair.Create($"figures/{figure.Key}.{file.Key}", file.Value);

    private static IEnumerable<KeyValuePair<string, string>> Report(OutputFolder folder) =>
        TypesetReport.Hash(folder) is { } hash ? [KeyValuePair.Create("report.pdf", hash)] : [];

    /// <summary>Of several results by that name, as of other seeds, the one counts that most of the files agree with.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Data(
        OutputFolder folder,
        IGrouping<string, string> sought
    ) =>
        FinishedStudy
            .AllOf(sought.Key, folder)
            .Select(finished =>
                PublishedData
                    .Files(finished, sought.Key)
                    .ToDictionary(
                        file => $"data/{file.Key}",
                        file => PlainFile.Hash(Encoding.UTF8.GetBytes(file.Value))
                    )
            )
            .MaxBy(files =>
                files.Count(file => PlainFile.Hash(Path.Combine(folder.Root, file.Key)) == file.Value)
            )
            ?.Where(file => sought.Contains(file.Key))
        ?? [];
}
