namespace Grokking.Cli.Tests;

/// <summary>What every refusal looks like.</summary>
internal static class Refusals
{
    /// <summary>Exit code 2, nothing on standard output, and on standard error one line with all of the words.</summary>
    public static void AssertRefused(this GrokkingProcess.Outcome outcome, params string[] words)
    {
        Assert.True(
            outcome.ExitCode == ExitCode.CouldNotRun,
            $"exit code {outcome.ExitCode}, saying: {outcome.Error}"
        );
        Assert.Empty(outcome.Output);
        string line = Assert.Single(outcome.ErrorLines);
        foreach (string word in words)
            Assert.Contains(word, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", line, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", line, StringComparison.Ordinal);
    }

    public static void AssertSucceeded(this GrokkingProcess.Outcome outcome) =>
        Assert.True(
            outcome.ExitCode == ExitCode.Success,
            $"exit code {outcome.ExitCode}, saying: {outcome.Error}"
        );

    /// <summary>Nothing half-written anywhere below a folder.</summary>
    public static void AssertWhole(this TemporaryFolder folder) =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories),
            path =>
                path.EndsWith("partial", StringComparison.Ordinal)
                || path.EndsWith(".tmp", StringComparison.Ordinal)
        );
}
