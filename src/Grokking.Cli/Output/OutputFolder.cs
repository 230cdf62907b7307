namespace Grokking.Cli.Output;

/// <summary>Where everything generated lies; see the README for a reviewer's map of it.</summary>
public sealed class OutputFolder
{
    private readonly Lazy<DamagedFiles> damaged;

    private OutputFolder(string root) =>
        (Root, damaged) = (root, new Lazy<DamagedFiles>(() => DamagedFiles.In(this)));

    /// <summary>A folder to look at: it is neither made nor held, and nothing in it changes.</summary>
    public static OutputFolder At(string path) =>
        new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>The folder itself, absolute.</summary>
    public string Root { get; }

    /// <summary>Simulation results by key.</summary>
    public string Cache => Path.Combine(Root, "cache");

    /// <summary>The numbers behind the figures.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>What was drawn.</summary>
    public string Figures => Path.Combine(Root, "figures");

    /// <summary>A figure as "svg", "pdf" or "png".</summary>
    public string Figure(string name, string kind) => Path.Combine(Figures, $"{name}.{kind}");

    /// <summary>Claims and errata for programs.</summary>
    public string VerdictsJson => Path.Combine(Root, "verdicts.json");

    /// <summary>Claims and errata for people.</summary>
    public string VerdictsText => Path.Combine(Root, "verdicts.md");

    /// <summary>What <c>check</c> found different.</summary>
    public string Check => Path.Combine(Root, "check");

    /// <summary>Every number of the report's tables, and how to compute it again.</summary>
    public string Numbers => Path.Combine(Root, "numbers.json");

    /// <summary>The typeset report.</summary>
    public string Report => Path.Combine(Root, "report.pdf");

    /// <summary>What did not match the manifest when this process opened the folder.</summary>
    public DamagedFiles Damaged => damaged.Value;

    /// <summary>
    /// Opens the folder for this process alone, waiting while another run holds it, and sweeps away what a killed
    /// run left half-written. Says at the end what was found damaged.
    /// </summary>
    /// <param name="path">Created if it does not exist; otherwise empty, or made by this method.</param>
    /// <param name="onWait">Called once if another run has to be waited for.</param>
    /// <param name="work">What to do with the folder.</param>
    /// <exception cref="Failure">The folder cannot be made or written, or holds other things than output.</exception>
    public static void Use(string path, Action onWait, Action<OutputFolder> work)
    {
        var (folder, held) = Open(path, onWait);
        using FileStream untilTheEnd = held;
        folder.RefuseLinks();
        FolderMark.Leave(folder.Root);
        using var interruption = Interruption.OnInterrupt(folder.Sweep);
        folder.Sweep();
        _ = folder.Damaged; // as it was before the work
        work(folder);
        foreach (string line in folder.Damaged.Lines())
            Console.Error.WriteLine(line);
    }

    private static (OutputFolder Folder, FileStream Held) Open(string path, Action onWait)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new Failure($"--output is '{path}'; allowed: a folder that can be written");
        try
        {
            OutputFolder folder = At(path);
            if (Directory.Exists(folder.Root) && !FolderMark.IsOurs(folder.Root))
                throw new Failure(
                    $"--output is '{Shown(path)}'; allowed: a folder that is new, empty, or was made by this command"
                );
            if (FolderMark.IsPart(folder.Root))
                throw new Failure(
                    $"--output is '{Shown(path)}', a part of an output folder; allowed: a whole one"
                );
            Directory.CreateDirectory(folder.Root);
            return (folder, Lock(Path.Combine(folder.Root, FolderMark.LockName), onWait));
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            throw new Failure(
                $"--output is '{Shown(path)}'; it must be a folder that can be written: {problem.Message}",
                problem
            );
        }
    }

    /// <summary>
    /// Where files are written: not in every folder below, some of which may be output folders of other runs.
    /// </summary>
    private IEnumerable<DirectoryInfo> Places() =>
        FolderMark
            .Subfolders.Select(name => new DirectoryInfo(Path.Combine(Root, name)))
            .Concat(Directory.Exists(Cache) ? new DirectoryInfo(Cache).EnumerateDirectories() : [])
            .Where(place => place.Exists);

    private void RefuseLinks()
    {
        if (Places().FirstOrDefault(PlainFile.IsLink) is { } link)
            throw new Failure(
                $"'{link.FullName}' is a link; allowed in an output folder: folders of its own"
            );
    }

    private void Sweep()
    {
        foreach (DirectoryInfo place in Places().Prepend(new DirectoryInfo(Root)).ToArray())
            AtomicFile.Sweep(place.FullName);
    }

    private static string Shown(string path) => path.Length <= 200 ? path : path[..200] + "…";

    // EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows; any other trouble is no reason to wait.
    private static bool IsHeldByAnotherRun(IOException problem) =>
        problem.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static FileStream Lock(string path, Action onWait)
    {
        // To open a link that leads nowhere would make a file where it points.
        if (PlainFile.IsLink(new FileInfo(path)))
            throw new Failure($"'{path}' is a link; allowed in an output folder: a file of its own");
        for (bool waited = false; ; waited = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException problem) when (IsHeldByAnotherRun(problem))
            {
                if (!waited)
                    onWait();
                Thread.Sleep(100);
            }
        }
    }
}
