namespace Grokking.Cli.Tests;

/// <summary>A folder of a test's own, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("grokking-tests-").FullName;

    public string this[params IEnumerable<string> parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Every file's content by its path in the folder, for "nothing was lost"; lock and mark are no content.</summary>
    public SortedDictionary<string, byte[]> Content(string below = "") => ContentOf(this[below]);

    public static SortedDictionary<string, byte[]> ContentOf(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => System.IO.Path.GetFileName(path) is not (".lock" or ".grokking-output"))
                .ToDictionary(path => System.IO.Path.GetRelativePath(folder, path), File.ReadAllBytes),
            StringComparer.Ordinal
        );

    /// <summary>Copies files with their times, by which `draw` tells what is up to date.</summary>
    public void CopyFrom(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string copy = this[System.IO.Path.GetRelativePath(folder, file)];
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
