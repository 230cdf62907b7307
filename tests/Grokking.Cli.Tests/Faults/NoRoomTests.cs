namespace Grokking.Cli.Tests.Faults;

/// <summary>Without room or right to write the command says so in one line, and what was there stays.</summary>
public sealed class NoRoomTests
{
    /// <summary>
    /// No file may grow beyond 2 kB, which needs no privilege: a write fails half-way, as on a full disk. The runtime
    /// itself maps larger files unless it is told not to.
    /// </summary>
    private static readonly string[] SmallFiles =
    [
        "env",
        "DOTNET_EnableWriteXorExecute=0",
        "bash",
        "-c",
        "trap '' XFSZ; ulimit -f 2; exec \"$@\"",
        "bash",
    ];

    [Theory]
    [InlineData("simulate", "--force")]
    [InlineData("simulate", "--seed", "7")]
    [InlineData("draw", "--force")]
    [InlineData("report", "--force")]
    public void Without_room_earlier_results_stay(string verb, params string[] more)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        // Force makes what is there already: something has to be different for a file to be written.
        if (verb == "draw")
            File.Delete(folder["figures", "figure-6.png"]);
        if (verb == "simulate")
            File.Delete(folder["data", "figure-6.json"]);
        var before = folder.Content();
        string[] figure = verb == "report" ? [] : ["--figure", "6"];
        var outcome = GrokkingProcess.RunUnder(
            SmallFiles,
            [],
            [verb, .. QuickRun.Options, "--output", folder.Path, .. figure, .. more]
        );
        AssertEndsRefused(outcome, "cannot be written");
        folder.AssertWhole();
        var after = folder.Content();
        foreach (var (path, bytes) in before)
            Assert.True(after.TryGetValue(path, out byte[]? now) && now.AsSpan().SequenceEqual(bytes), path);
        QuickRun.Run(verb, folder, [.. figure, .. more]).AssertSucceeded();
    }

    [Fact]
    public void A_folder_that_is_full_before_anything_is_in_it_is_refused()
    {
        using var folder = new TemporaryFolder();
        var outcome = GrokkingProcess.RunUnder(
            SmallFiles,
            [],
            ["simulate", .. QuickRun.Options, "--output", folder["new"], "--figure", "6"]
        );
        AssertEndsRefused(outcome, folder["new"], "cannot be written");
        Assert.Empty(folder.Content());
    }

    [Fact]
    public void A_full_device_as_standard_output_is_said()
    {
        var outcome = GrokkingProcess.RunUnder(
            ["bash", "-c", "exec \"$@\" > /dev/full", "bash"],
            [],
            "predict",
            "--json"
        );
        AssertEndsRefused(outcome, "space");
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("draw")]
    [InlineData("report")]
    [InlineData("check")]
    public void Where_nothing_can_be_written_it_is_refused(string verb)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content();
        string[] other = ReadOnly(folder);
        GrokkingProcess
            .RunUnder(other, [], [verb, .. QuickRun.Options, "--output", folder.Path])
            .AssertRefused("--output", folder.Path, "folder that can be written");
        GrokkingProcess
            .RunUnder(other, [], [verb, .. QuickRun.Options, "--output", folder["new"]])
            .AssertRefused("--output", folder["new"], "folder that can be written");
        Assert.Equal(before, folder.Content());
    }

    /// <summary>
    /// Takes the right to write from a folder while a command runs; root loses its power to write nevertheless,
    /// which needs no more privilege than a container gives.
    /// </summary>
    private static string[] ReadOnly(TemporaryFolder folder) =>
        [
            "bash",
            "-c",
            """
                folder=$1; shift
                as=(); [ "$(id -u)" -ne 0 ] || as=(setpriv --bounding-set=-dac_override)
                trap 'chmod -R u+w "$folder"' EXIT
                chmod -R a-w "$folder"
                "${as[@]}" "$@"
                """,
            "bash",
            folder.Path,
        ];

    private static void AssertEndsRefused(GrokkingProcess.Outcome outcome, params string[] words)
    {
        Assert.True(
            outcome.ExitCode == ExitCode.CouldNotRun,
            $"exit code {outcome.ExitCode}, saying: {outcome.Error}"
        );
        foreach (string word in words)
            Assert.Contains(word, outcome.ErrorLines[^1], StringComparison.Ordinal);
        // Before that, what it was going to do; nothing else.
        Assert.All(outcome.ErrorLines[..^1], line => Assert.Matches("^[a-z0-9-]+[0-9S]?: ", line));
        Assert.DoesNotContain("unexpected", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }
}
