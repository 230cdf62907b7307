namespace Grokking.Cli.Tests.Faults;

/// <summary>Where nothing can be said on standard error the work is done all the same, and the exit code tells.</summary>
public sealed class UnheardTests
{
    [Theory]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    public void A_full_or_closed_standard_error_changes_no_exit_code_and_no_result(string redirection)
    {
        Assert.Equal(ExitCode.CouldNotRun, Run(redirection, "predict", "--lambda", "1,5").ExitCode);
        Assert.NotEmpty(Run(redirection, "predict", "--json").Output);

        using var folder = new TemporaryFolder();
        string[] line = ["simulate", .. QuickRun.Options, "--figure", "6", "--output", folder.Path];
        Assert.Equal(ExitCode.Success, Run(redirection, line).ExitCode);
        foreach (var (path, bytes) in folder.Content("data"))
            Assert.Equal(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "data", path)), bytes);

        string[] verify = ["verify", "--output"];
        Assert.Equal(ExitCode.Success, Run(redirection, [.. verify, QuickRun.Folder]).ExitCode);
        Assert.Equal(ExitCode.CheckFailed, Run(redirection, [.. verify, folder.Path]).ExitCode);
    }

    private static GrokkingProcess.Outcome Run(string redirection, params string[] arguments) =>
        GrokkingProcess.RunUnder(["bash", "-c", $"exec \"$@\" {redirection}", "bash"], [], arguments);
}
