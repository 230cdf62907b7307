namespace Grokking.Cli.Tests;

/// <summary>
/// The quick profile from nothing to the report, run once for all tests that only look at it. Its linear algebra
/// is the managed one, whose numbers do not depend on what is installed.
/// </summary>
internal static class QuickRun
{
    private static readonly Lazy<TemporaryFolder> Made = new(Make);

    /// <summary>What names the run's results, for every verb.</summary>
    public static readonly string[] Options = ["--profile", "quick", "--linear-algebra", "managed"];

    /// <summary>The finished output folder. Look, do not touch: use <see cref="Copy"/> to change something.</summary>
    public static string Folder => Made.Value.Path;

    /// <summary>The three verbs into one folder; each must succeed.</summary>
    public static void All(string folder, (string, string)[] environment, params string[] more)
    {
        foreach (string verb in new[] { "simulate", "draw", "report" })
        {
            var outcome = GrokkingProcess.RunIn(environment, [verb, .. Options, "--output", folder, .. more]);
            Assert.True(outcome.ExitCode == 0, $"{verb} ended with {outcome.ExitCode}: {outcome.Error}");
        }
    }

    /// <summary>A copy that may be damaged.</summary>
    public static TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        copy.CopyFrom(Folder);
        return copy;
    }

    /// <summary>One verb on a folder, with the run's own options.</summary>
    public static GrokkingProcess.Outcome Run(string verb, TemporaryFolder folder, params string[] more) =>
        GrokkingProcess.Run([verb, .. Options, "--output", folder.Path, .. more]);

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        All(folder.Path, [], "--threads", "2");
        return folder;
    }
}
