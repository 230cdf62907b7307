using Grokking.Cli.Output;

namespace Grokking.Cli.Typesetting;

/// <summary>build/typeset/report.typ and what it imports from build/typeset/report/, which say everything but the numbers.</summary>
public static class ReportTemplate
{
    private static readonly string[] Standards = ["--standard", "ua-1", "--also", "a-2a"];

    /// <summary>What a report depends on beside the files of its folder.</summary>
    public static string Version() =>
        Typesetter.Version(
            Directory
                .EnumerateFiles(Path.Combine(Typesetter.Folder(), "report"), "*", SearchOption.AllDirectories)
                .Append(Document()),
            Standards
        );

    /// <summary>Makes report.pdf of the other files of its folder.</summary>
    /// <exception cref="Failure">The typesetter failed, or may not read the template and the folder at once.</exception>
    public static void Typeset(OutputFolder folder)
    {
        string root = CommonFolder(Document(), folder.Root);
        Typesetter.Run([
            "report",
            Document(),
            folder.Report,
            "--root",
            root,
            .. Standards,
            "--input",
            $"results=/{Path.GetRelativePath(root, folder.Root).Replace('\\', '/')}",
        ]);
    }

    private static string Document() => Path.Combine(Typesetter.Folder(), "report.typ");

    /// <summary>The deepest folder above both: the typesetter reads nothing outside it.</summary>
    private static string CommonFolder(string one, string other)
    {
        string folder = Path.GetDirectoryName(one)!;
        while (Path.GetRelativePath(folder, other).StartsWith("..", StringComparison.Ordinal))
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new Failure(
                    $"--output is '{other}'; it must be on the same drive as the repository"
                );
        return folder;
    }
}
