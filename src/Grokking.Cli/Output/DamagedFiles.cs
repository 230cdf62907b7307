namespace Grokking.Cli.Output;

/// <summary>
/// Published files that were not what they should be when the folder was opened: damaged since, or written by a run that
/// was killed before it could list them. Until they are made again the manifest keeps the hash that they should have,
/// so that no run takes damage for its own work.
/// </summary>
public sealed class DamagedFiles
{
    private readonly OutputFolder folder;
    private readonly Dictionary<string, Found> files;

    private DamagedFiles(OutputFolder folder, Dictionary<string, Found> files) =>
        (this.folder, this.files) = (folder, files);

    private sealed record Found(string Expected, string Because, string Hash, DateTime Written);

    /// <summary>
    /// Looks at every file that the manifest lists, and at those that it does not but whose content is known otherwise.
    /// </summary>
    public static DamagedFiles In(OutputFolder folder)
    {
        Dictionary<string, Found> damaged = [];
        var listed = Manifest.Read(folder);
        foreach (var (path, hash) in listed)
            Look(path, hash, $"its hash in {Manifest.Name}");
        foreach (var (path, hash) in ExpectedFiles.In(folder, path => !listed.ContainsKey(path)))
            Look(path, hash, "the result that it shows");
        return new DamagedFiles(folder, damaged);

        void Look(string path, string hash, string because)
        {
            if (Find(folder, path, hash, because) is { } found && found.Hash != hash)
                damaged[path] = found;
        }
    }

    /// <summary>Whether a file, named as in the manifest, is not what it should be and was not made again since.</summary>
    public bool Contains(string path) =>
        files.TryGetValue(path, out Found? before)
        && !AtomicFile.WasMade(Path.Combine(folder.Root, path))
        && Now(path, before) == before;

    /// <summary>The hash that a file that this contains should have.</summary>
    public string Expected(string path) => files[path].Expected;

    /// <summary>A line for each file that was made again with other content, and for each that was not.</summary>
    public IEnumerable<string> Lines() =>
        from file in files.OrderBy(file => file.Key, StringComparer.Ordinal)
        let now = Now(file.Key, file.Value)
        where Contains(file.Key) || (now is not null && now.Hash != file.Value.Hash)
        select Contains(file.Key)
            ? $"{file.Key} does not match {file.Value.Because}"
            : $"{file.Key} did not match {file.Value.Because}: made again";

    private Found? Now(string path, Found before) => Find(folder, path, before.Expected, before.Because);

    private static Found? Find(OutputFolder folder, string path, string expected, string because)
    {
        string full = Path.Combine(folder.Root, path);
        return PlainFile.Exists(full)
            ? new Found(expected, because, PlainFile.Hash(full), File.GetLastWriteTimeUtc(full))
            : null;
    }
}
