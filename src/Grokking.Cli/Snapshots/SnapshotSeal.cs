using System.Text;
using System.Text.RegularExpressions;
using Grokking.Cli.Output;

namespace Grokking.Cli.Snapshots;

/// <summary>
/// Two lines between the comments of a verified file and its table, with the hash of what stands above and of what
/// stands below: nothing in the file can change by accident, or by hand, without being noticed.
/// </summary>
/// <remarks>Whoever means to change a tolerance edits it and accepts the table again, which keeps what is edited.</remarks>
public static partial class SnapshotSeal
{
    /// <summary>The file's text with the two lines.</summary>
    /// <param name="above">Extent and tolerances, every line ended.</param>
    /// <param name="below">The table.</param>
    public static string Between(string above, string below) =>
        $"{above}# sha256 of the lines above: {Hash(above)}\n# sha256 of the lines below: {Hash(below)}\n{below}";

    /// <summary>What of a file is not as it was accepted; null if all is.</summary>
    public static string? Broken(string text)
    {
        if (Lines().Match(text) is not { Success: true } seal)
            return "it has no line with its hash";
        if (Hash(text[..seal.Index]) != seal.Groups["above"].Value)
            return "its rows or tolerances are not those whose hash it has";
        return Hash(text[(seal.Index + seal.Length)..]) != seal.Groups["below"].Value
            ? "its numbers are not those whose hash it has"
            : null;
    }

    private static string Hash(string text) => PlainFile.Hash(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(
        "^# sha256 of the lines above: (?<above>.*)\n# sha256 of the lines below: (?<below>.*)\n",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Lines();
}
