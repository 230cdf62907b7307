using System.Security.Cryptography;

namespace Grokking.Cli.Output;

/// <summary>
/// Published files that did not match the manifest when the folder was opened: damaged since, or written by a run that
/// was killed before it could list them. Until they are made again the manifest keeps the hash that they should have,
/// so that no run takes damage for its own work.
/// </summary>
public sealed class DamagedFiles
{
    private readonly OutputFolder folder;
    private readonly Dictionary<string, Found> files;

    private DamagedFiles(OutputFolder folder, Dictionary<string, Found> files) =>
        (this.folder, this.files) = (folder, files);

    private sealed record Found(string Listed, string Hash, DateTime Written);

    /// <summary>Looks at every file that the manifest lists and the folder has.</summary>
    public static DamagedFiles In(OutputFolder folder)
    {
        Dictionary<string, Found> damaged = [];
        foreach (var (path, listed) in Manifest.Read(folder))
            if (Find(folder, path, listed) is { } found && found.Hash != listed)
                damaged[path] = found;
        return new DamagedFiles(folder, damaged);
    }

    /// <summary>Whether a file, named as in the manifest, does not match it and was not made again since.</summary>
    public bool Contains(string path) =>
        files.TryGetValue(path, out Found? before)
        && !AtomicFile.WasMade(Path.Combine(folder.Root, path))
        && Find(folder, path, before.Listed) == before;

    /// <summary>What the manifest lists for a file that this contains.</summary>
    public string Listed(string path) => files[path].Listed;

    /// <summary>A line for each file that was made again with other content, and for each that was not.</summary>
    public IEnumerable<string> Lines() =>
        from file in files.OrderBy(file => file.Key, StringComparer.Ordinal)
        let now = Find(folder, file.Key, file.Value.Listed)
        where Contains(file.Key) || (now is not null && now.Hash != file.Value.Hash)
        select Contains(file.Key)
            ? $"{file.Key} does not match its hash in {Manifest.Name}"
            : $"{file.Key} did not match its hash in {Manifest.Name}: made again";

    private static Found? Find(OutputFolder folder, string path, string listed)
    {
        var file = new FileInfo(Path.Combine(folder.Root, path));
        if (!file.Exists)
            return null;
        using FileStream content = file.OpenRead();
        return new Found(listed, Convert.ToHexStringLower(SHA256.HashData(content)), file.LastWriteTimeUtc);
    }
}
