namespace Grokking.Cli.Output;

/// <summary>
/// The file that says of a folder that this command made it: it is written first, and files are written and deleted only
/// where it lies.
/// </summary>
public static class FolderMark
{
    /// <summary>The file's name.</summary>
    public const string Name = ".grokking-output";

    /// <summary>The file that a run holds while it works.</summary>
    public const string LockName = ".lock";

    private const string Text = """
        Signature: grokking-output 1
        This folder was made by `grokking`, which writes and deletes files in it under names of its own.

        """;

    /// <summary>The folders that an output folder has in it.</summary>
    public static readonly string[] Subfolders = ["data", "figures", "cache", "check", "vary"];

    /// <summary>Marks a folder as this command's.</summary>
    public static void Leave(string folder) => AtomicFile.Write(Path.Combine(folder, Name), Text);

    /// <summary>
    /// Whether a folder may be written in: it has nothing in it but other output folders, as in output/quick, and what the
    /// benchmarks published; or it is marked.
    /// </summary>
    public static bool IsOurs(string folder) =>
        // The mark comes last: another run may be making the folder, and marks it before it makes anything else there.
        Directory.EnumerateFileSystemEntries(folder).All(IsNobodys) || IsMarked(folder);

    /// <summary>
    /// Whether a folder is, or is to be, a part of an output folder, as output/data is and whatever lies below it; not so
    /// the scratch folders that this command makes there for runs of its own.
    /// </summary>
    /// <param name="folder">Absolute.</param>
    public static bool IsPart(string folder)
    {
        if (ScratchFolder.IsOne(folder))
            return false;
        string part = Path.TrimEndingDirectorySeparator(folder);
        for (; Path.GetDirectoryName(part) is { } parent; part = parent)
        {
            if (HasPartsName(part) && IsMarked(parent))
                return true;
        }
        return false;
    }

    // Some file systems take Data for data.
    private static bool HasPartsName(string folder) =>
        Subfolders.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase);

    private static bool IsNobodys(string entry) =>
        Directory.Exists(entry)
            ? IsMarked(entry) && !HasPartsName(entry)
            : Path.GetFileName(entry) is "benchmark.json"
                || (Path.GetFileName(entry) is LockName && !PlainFile.HasContent(entry))
                || Path.GetFileName(entry).EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal);

    /// <summary>Before there was a mark, the research crate told who made a folder.</summary>
    private static bool IsMarked(string folder) =>
        PlainFile.Text(Path.Combine(folder, Name)) == Text
        || PlainFile
            .Text(Path.Combine(folder, Provenance.ResearchCrate.Name))
            .Contains("\"@id\": \"#grokking\"", StringComparison.Ordinal);
}
