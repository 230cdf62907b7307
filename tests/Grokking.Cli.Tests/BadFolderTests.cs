namespace Grokking.Cli.Tests;

/// <summary>An output folder that cannot be one is refused, and what was there stays.</summary>
public sealed class BadFolderTests
{
    [Theory]
    [InlineData("simulate")]
    [InlineData("draw")]
    [InlineData("report")]
    public void A_file_is_no_folder(string verb)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "mine");
        GrokkingProcess
            .Run(verb, "--profile", "quick", "--output", folder["file"])
            .AssertRefused("--output", folder["file"], "folder that can be written");
        GrokkingProcess
            .Run(verb, "--profile", "quick", "--output", folder["file", "below"])
            .AssertRefused("--output", folder["file", "below"], "folder that can be written");
        Assert.Equal("mine", File.ReadAllText(folder["file"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void No_name_is_no_folder(string name) =>
        GrokkingProcess
            .Run("simulate", "--profile", "quick", "--output", name)
            .AssertRefused("--output", $"'{name}'", "allowed");

    [Theory]
    [InlineData("cache")]
    [InlineData("data")]
    public void A_file_in_place_of_a_folder_inside_is_refused_and_kept(string name)
    {
        using var folder = new TemporaryFolder();
        QuickRun.Run("draw", folder); // fails, and leaves the folder marked as the command's
        File.WriteAllText(folder[name], "mine");
        var outcome = QuickRun.Run("simulate", folder, "--figure", "6");
        Assert.Equal(ExitCode.CouldNotRun, outcome.ExitCode);
        Assert.Contains($"'{folder[name]}", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("cannot be written", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder[name]));
        folder.AssertWhole();
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("report")]
    public void What_was_not_simulated_cannot_be_shown(string verb)
    {
        using var folder = new TemporaryFolder();
        QuickRun.Run(verb, folder).AssertRefused("figure-1", "grokking simulate");
        Assert.Empty(folder.Content());
    }
}
