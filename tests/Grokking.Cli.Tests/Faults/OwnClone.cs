namespace Grokking.Cli.Tests.Faults;

/// <summary>
/// A repository of a test's own, with the command in it: what the command takes for sources may be risked here.
/// </summary>
internal sealed class OwnClone : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public OwnClone()
    {
        File.WriteAllText(folder["Grokking.slnx"], "<Solution />");
        Copy(AppContext.BaseDirectory, "bin");
        Copy(
            Path.Combine(Repository.Root, "tests", "Snapshots", "quick"),
            Path.Combine("tests", "Snapshots", "quick")
        );
        Copy(Path.Combine(Repository.Root, "src", "Grokking.Cli", "Output"), Path.Combine("src", "Output"));
        Copy(Path.Combine(Repository.Root, "build", "typeset"), Path.Combine("build", "typeset"));
    }

    public TemporaryFolder Root => folder;

    /// <summary>Runs its command with a working directory inside it.</summary>
    public GrokkingProcess.Outcome Run(params IEnumerable<string> arguments)
    {
        using GrokkingProcess.Started run = GrokkingProcess.Start(
            ["env", "--chdir", folder.Path],
            [],
            ["dotnet", folder["bin", "grokking.dll"], .. arguments]
        );
        return run.WaitForExit();
    }

    public void Dispose() => folder.Dispose();

    private void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = folder[to, Path.GetRelativePath(from, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
