using System.Diagnostics;
using Grokking.Cli.Typesetting;

namespace Grokking.Cli.Provenance;

/// <summary>The commit that the sources are at.</summary>
/// <param name="Id">The full hash, or "unknown" outside a git clone.</param>
/// <param name="IsDirty">Whether files differ from it, new ones included.</param>
/// <param name="Date">When it was made, as ISO 8601; null outside a git clone.</param>
public sealed record Commit(string Id, bool IsDirty, string? Date)
{
    /// <summary>The full hash, and that files differ from it if they do.</summary>
    public string Text => IsDirty ? $"{Id}-dirty" : Id;

    /// <summary>The full hash, and in words that files differ from it.</summary>
    public string Name => Named(Id);

    /// <summary>The same with the first characters of the hash, as people quote it.</summary>
    public string ShortName => Named(Id.Length > 10 ? Id[..10] : Id);

    /// <summary>Asks git; a copy of the sources without git has an unknown commit.</summary>
    public static Commit Current()
    {
        string? id = Git("rev-parse", "HEAD");
        return id is null
            ? new Commit("unknown", IsDirty: false, Date: null)
            : new Commit(
                id,
                Git("status", "--porcelain") is { Length: > 0 },
                Git("show", "--no-patch", "--format=%cI", "HEAD")
            );
    }

    private string Named(string hash) => IsDirty ? $"{hash} (with uncommitted changes)" : hash;

    private static string? Git(params IEnumerable<string> arguments)
    {
        try
        {
            using Process git = Process.Start(
                new ProcessStartInfo("git", ["-C", Typesetter.RepositoryRoot(), .. arguments])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                    RedirectStandardError = true,
                }
            )!;
            string output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // git is not installed
        }
    }
}
