namespace Grokking.Cli.Tests;

/// <summary>`verify` needs nothing but the output folder.</summary>
public sealed class VerifyTests
{
    [Fact]
    public void A_finished_run_is_well()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
    }

    [Theory]
    [InlineData("data/figure-1.losses.csv")]
    [InlineData("figures/figure-4.png")]
    [InlineData("verdicts.json")]
    [InlineData("report.pdf")]
    public void A_changed_file_and_a_lost_one_are_named(string name)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.AppendAllText(folder[name], " ");
        AssertFound(folder, $"{name} does not match its hash");
        File.Delete(folder[name]);
        AssertFound(folder, $"{name} is listed in manifest-sha256.txt and missing");
    }

    [Fact]
    public void A_verdict_that_was_turned_upsets_the_count_even_with_a_new_hash()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string json = File.ReadAllText(folder["verdicts.json"]);
        int at = json.IndexOf("\"verdict\": \"holds\"", StringComparison.Ordinal);
        File.WriteAllText(
            folder["verdicts.json"],
            string.Concat(json.AsSpan(0, at), "\"verdict\": \"fails\"", json.AsSpan(at + 18))
        );
        AssertFound(folder, "verdicts.md does not say");
    }

    [Fact]
    public void A_file_that_nobody_listed_is_found()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["data", "figure-1.more.csv"], "x\n1\n");
        AssertFound(folder, "data/figure-1.more.csv is not listed in manifest-sha256.txt");
        AssertFound(folder, "data/figure-1.more.csv is not described in ro-crate-metadata.json");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused() =>
        GrokkingProcess
            .Run("verify", "--output", "/no/such/folder")
            .AssertRefused("--output", "/no/such/folder");

    private static void AssertFound(TemporaryFolder folder, string problem)
    {
        var outcome = GrokkingProcess.Run("verify", "--output", folder.Path);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains(outcome.ErrorLines, line => line.StartsWith(problem, StringComparison.Ordinal));
    }
}
