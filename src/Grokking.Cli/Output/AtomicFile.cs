using System.Text;

namespace Grokking.Cli.Output;

/// <summary>
/// Files that are whole or absent: written under a temporary name beside the target and renamed, so that neither
/// a crash nor a full disk ever leaves half a file or loses the one before.
/// </summary>
public static class AtomicFile
{
    /// <summary>How every temporary name ends; anything with it is left over from a killed run.</summary>
    public const string TemporarySuffix = ".grokking-partial";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Lock Turn = new();
    private static readonly HashSet<string> Made = [];

    /// <summary>Writes text as UTF-8, without touching a file that already holds just that text.</summary>
    /// <exception cref="Failure">The file cannot be written; what was there before still is.</exception>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, byte[] bytes)
    {
        lock (Turn)
        {
            try
            {
                if (!PlainFile.Exists(path) || !PlainFile.Bytes(path).AsSpan().SequenceEqual(bytes))
                    Replace(path, bytes);
                Made.Add(Path.GetFullPath(path));
            }
            // .NET calls a file that grows beyond a limit an argument out of range.
            catch (Exception problem)
                when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new Failure($"'{path}' cannot be written: {problem.Message}", problem);
            }
        }
    }

    /// <summary>Whether this process wrote a file, or would have, had it not held the right bytes.</summary>
    public static bool WasMade(string path)
    {
        lock (Turn)
            return Made.Contains(Path.GetFullPath(path));
    }

    /// <summary>Lets the write under way finish and allows no other; for the moment before the process ends.</summary>
    public static void Close() => Turn.Enter();

    /// <summary>Deletes what a killed process left half-written in a folder; nobody else's files are called so.</summary>
    public static void Sweep(string folder)
    {
        foreach (string left in Directory.EnumerateFiles(folder, "*" + TemporarySuffix))
            File.Delete(left);
    }

    private static void Replace(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = path + TemporarySuffix;
        try
        {
            File.Delete(temporary); // it may be a link, which writing would follow
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
