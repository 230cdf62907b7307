using System.Text;
using Grokking.Cli.Provenance;

namespace Grokking.Cli.Output;

/// <summary>manifest-sha256.txt: the hash of every published file, in the format of <c>sha256sum -c</c>.</summary>
public static class Manifest
{
    /// <summary>The file's name.</summary>
    public const string Name = "manifest-sha256.txt";

    /// <summary>Writes it anew. The cache checks itself, and run.json holds clock and host: neither is listed.</summary>
    public static void Write(OutputFolder folder) =>
        AtomicFile.Write(Path.Combine(folder.Root, Name), Of(folder));

    /// <summary>
    /// Lists one file as it is now, in a folder that has a manifest: for programs beside the command, whose new file would pass
    /// for a damaged one.
    /// </summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="file">The file's name in it.</param>
    public static void Renew(string folder, string file)
    {
        string manifest = Path.Combine(folder, Name);
        string suffix = $"  {file}";
        string[] others =
        [
            .. PlainFile
                .Text(manifest)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.EndsWith(suffix, StringComparison.Ordinal)),
        ];
        if (others.Length == 0)
            return;
        IEnumerable<string> lines = others
            .Append(PlainFile.Hash(Path.Combine(folder, file)) + suffix)
            .OrderBy(line => line.Split("  ", 2)[^1], StringComparer.Ordinal);
        AtomicFile.Write(manifest, string.Concat(lines.Select(line => line + "\n")));
    }

    /// <summary>What it should say now.</summary>
    public static string Of(OutputFolder folder)
    {
        var lines = new StringBuilder();
        foreach (string path in Published(folder))
            lines
                .Append(
                    folder.Damaged.Contains(path)
                        ? folder.Damaged.Expected(path)
                        : PlainFile.Hash(Path.Combine(folder.Root, path))
                )
                .Append("  ")
                .Append(path)
                .Append('\n');
        return lines.ToString();
    }

    /// <summary>Every published file, relative to the folder, with '/' between names, in order.</summary>
    public static IEnumerable<string> Published(OutputFolder folder) =>
        new[] { folder.Root, folder.Data, folder.Figures }
            .Where(place => new DirectoryInfo(place) is { Exists: true } found && !PlainFile.IsLink(found))
            .SelectMany(Directory.EnumerateFiles)
            .Where(path => PlainFile.Exists(path))
            .Select(path => Path.GetRelativePath(folder.Root, path).Replace('\\', '/'))
            .Where(IsPublished)
            // No file of ours is empty: what seems so is damaged, or something that cannot be read.
            .Where(path =>
                PlainFile.HasContent(Path.Combine(folder.Root, path)) || folder.Damaged.Contains(path)
            )
            .Order(StringComparer.Ordinal);

    /// <summary>Every published file that the manifest on disk lists, with its hash; none if there is no manifest.</summary>
    public static IReadOnlyDictionary<string, string> Read(OutputFolder folder)
    {
        Dictionary<string, string> listed = [];
        string path = Path.Combine(folder.Root, Name);
        foreach (string line in PlainFile.Text(path).Split('\n'))
            if (
                line.Split("  ", 2) is [var hash, var name]
                && IsPublished(name)
                && !name.Contains('\0', StringComparison.Ordinal)
            )
                listed[name] = hash;
        return listed;
    }

    /// <summary>Whether a file, by its path in the folder, is one that is published.</summary>
    internal static bool IsPublished(string path) =>
        path.StartsWith("data/", StringComparison.Ordinal)
        || path.StartsWith("figures/", StringComparison.Ordinal)
        || path
            is "report.pdf"
                or "verdicts.json"
                or "verdicts.md"
                or "numbers.json"
                or "benchmark.json"
                or "reproducibility.json"
                or TypesetReport.Name
                or ResearchCrate.Name;
}
