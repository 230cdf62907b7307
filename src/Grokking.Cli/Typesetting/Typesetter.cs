using System.Diagnostics;
using System.Text;
using Grokking.Cli.Output;

namespace Grokking.Cli.Typesetting;

/// <summary>Runs build/typeset/typeset.mjs, which turns SVG into PDF and PNG and Typst sources into the report.</summary>
public static class Typesetter
{
    /// <summary>The repository's root: the nearest folder above the command that holds the solution.</summary>
    /// <exception cref="Failure">The command was moved out of the repository.</exception>
    public static string RepositoryRoot()
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
            if (File.Exists(Path.Combine(folder.FullName, "Grokking.slnx")))
                return folder.FullName;
        throw new Failure("the repository's root was not found above the command; run it from a clone");
    }

    /// <summary>Where scripts, packages and the report's template lie.</summary>
    /// <exception cref="Failure">The command was moved out of the repository.</exception>
    public static string Folder() => Path.Combine(RepositoryRoot(), "build", "typeset");

    /// <summary>
    /// What typesetting depends on beside the files that it is told to read: the hash of the scripts and of the packages'
    /// lock file, by which the fonts come too.
    /// </summary>
    public static string Version() => Version([], []);

    /// <summary>The same, with further files of the folder and options.</summary>
    public static string Version(IEnumerable<string> more, IEnumerable<string> options)
    {
        string folder = Folder();
        IEnumerable<string> lines = Directory
            .EnumerateFiles(folder, "*.mjs")
            .Append(Path.Combine(folder, "package-lock.json"))
            .Concat(more)
            .Select(path =>
                $"{PlainFile.Hash(File.ReadAllBytes(path))}  {Path.GetRelativePath(folder, path).Replace('\\', '/')}"
            )
            .Order(StringComparer.Ordinal)
            .Concat(options);
        return PlainFile.Hash(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    /// <summary>Runs the typesetter; what it prints goes to standard error.</summary>
    /// <exception cref="Failure">Node.js is missing, or the typesetter reported an error.</exception>
    public static void Run(params IEnumerable<string> arguments)
    {
        ChildProcess.Outcome outcome = Start([Path.Combine(Folder(), "typeset.mjs"), .. arguments]);
        if (outcome.ExitCode != 0)
            throw new Failure($"typesetting failed: {outcome.Error} {outcome.Output}".TrimEnd());
        if (outcome.Error.Length > 0)
            Console.Error.WriteLine(outcome.Error);
    }

    private static ChildProcess.Outcome Start(IEnumerable<string> arguments)
    {
        try
        {
            return ChildProcess.Run(
                new ProcessStartInfo("node", arguments)
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            );
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new Failure("Node.js 20 or later is needed to typeset; `node` was not found", problem);
        }
    }
}
