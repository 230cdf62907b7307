namespace Grokking.Cli.Tests;

/// <summary>`check` compares with tests/Snapshots; only the copy of the numbers is changed here, never a snapshot.</summary>
public sealed class CheckTests
{
    [Fact]
    public void The_quick_profile_is_as_verified()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var outcome = QuickRun.Run("check", folder);
        outcome.AssertSucceeded();
        Assert.All(
            outcome.ErrorLines,
            line => Assert.EndsWith(": as verified", line, StringComparison.Ordinal)
        );
        Assert.Empty(Directory.EnumerateFiles(folder["check"]));
    }

    [Fact]
    public void Another_seed_is_told_by_panel_column_and_row_and_drawn()
    {
        using var folder = new TemporaryFolder();
        string[] run = ["--seed", "7", "--figure", "1"];
        QuickRun.Run("simulate", folder, run).AssertSucceeded();
        var outcome = QuickRun.Run("check", folder, run);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Matches(@"^figure-1: \d+ differences$", outcome.ErrorLines[0]);
        Assert.Equal(1 + 10, outcome.ErrorLines.Length); // the ten worst
        Assert.Matches(
            @"^  figure-1, panel \S+, column '.+', row \d+: expected .+, found .+, relative error ",
            outcome.ErrorLines[1]
        );
        Assert.NotEmpty(Directory.EnumerateFiles(folder["check"], "*.png"));
        Assert.NotEmpty(Directory.EnumerateFiles(folder["check"], "*.received.csv"));
        folder.AssertWhole();
    }

    [Fact]
    public void What_was_not_simulated_cannot_be_checked()
    {
        using var folder = new TemporaryFolder();
        QuickRun.Run("check", folder, "--figure", "6").AssertRefused("figure-6", "grokking simulate");
    }

    [Fact]
    public void Only_what_is_there_can_be_accepted()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        QuickRun
            .Run("check", folder, "--accept", "figure-7")
            .AssertRefused("--accept", "figure-7", "figure-6", "critical-ratio");
    }
}
