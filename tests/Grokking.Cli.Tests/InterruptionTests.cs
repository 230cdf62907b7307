using System.Diagnostics;
using Grokking.Cli.Output;

namespace Grokking.Cli.Tests;

/// <summary>Ctrl-C at any moment, and two runs at once: nothing half-written, nothing lost.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Interrupted_it_ends_with_130_and_leaves_nothing_half_written(string signal)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content();
        using (
            var run = GrokkingProcess.Start(
                [],
                ["simulate", .. QuickRun.Options, "--output", folder.Path, "--replicas", "5000"]
            )
        )
        {
            run.WaitUntilItSays("sample-ratio: to run");
            Send(signal, run.Id);
            var outcome = run.WaitForExit();
            Assert.Equal(ExitCode.Interrupted, outcome.ExitCode);
            Assert.Empty(outcome.Output);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        }
        Assert.Equal(before, folder.Content());
        QuickRun.Run("simulate", folder, "--figure", "6", "--force").AssertSucceeded();
    }

    [Fact]
    public void Interrupted_while_typesetting_it_leaves_nothing_half_written()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using var run = GrokkingProcess.Start(
            [],
            ["draw", .. QuickRun.Options, "--output", folder.Path, "--force"]
        );
        run.WaitUntilItSays("figure-6: drawn");
        Send("INT", run.Id);
        Assert.Equal(ExitCode.Interrupted, run.WaitForExit().ExitCode);
        folder.AssertWhole();
        QuickRun.Run("draw", folder).AssertSucceeded();
    }

    /// <summary>A terminal sends Ctrl-C to the command and to what it started, whose death comes first or second.</summary>
    [Theory]
    [InlineData("simulate", "sample-ratio: to run")]
    [InlineData("draw", "figure-6: drawn")]
    public void Interrupted_together_with_its_children_it_ends_with_130_all_the_same(string verb, string said)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using var run = GrokkingProcess.Start(
            ["setsid"],
            [],
            GrokkingProcess.Line([verb, .. QuickRun.Options, "--output", folder.Path, "--force"])
        );
        run.WaitUntilItSays(said);
        Send("INT", -run.Id);
        var outcome = run.WaitForExit();
        Assert.Equal(ExitCode.Interrupted, outcome.ExitCode);
        Assert.DoesNotContain("failed", outcome.Error, StringComparison.Ordinal);
        folder.AssertWhole();
    }

    /// <summary>The child alone may be told to end, as when a terminal's other processes are.</summary>
    [Theory]
    [InlineData(130)]
    [InlineData(143)]
    public void A_child_that_was_interrupted_did_not_fail(int itsExitCode)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using var tools = new TemporaryFolder();
        File.WriteAllText(tools["node"], $"#!/bin/sh\nkill -{itsExitCode - 128} $$\n");
        using (Process executable = Process.Start("chmod", ["+x", tools["node"]]))
            executable.WaitForExit();
        string path = $"{tools.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        var outcome = GrokkingProcess.RunIn(
            [("PATH", path)],
            ["draw", .. QuickRun.Options, "--output", folder.Path, "--force"]
        );
        Assert.Equal(ExitCode.Interrupted, outcome.ExitCode);
        Assert.DoesNotContain("failed", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_into_one_folder_take_turns()
    {
        using var folder = new TemporaryFolder();
        string[] line = ["simulate", .. QuickRun.Options, "--figure", "4", "--output", folder.Path];
        using var one = GrokkingProcess.Start([], line);
        using var other = GrokkingProcess.Start([], line);
        GrokkingProcess.Outcome[] outcomes = [one.WaitForExit(), other.WaitForExit()];
        Assert.All(outcomes, outcome => outcome.AssertSucceeded());
        // Whoever came second found the work done.
        Assert.Single(outcomes, outcome => outcome.ErrorLines.Contains("phase-diagrams: up to date"));
        folder.AssertWhole();
        foreach (var (path, bytes) in folder.Content("data"))
            Assert.Equal(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "data", path)), bytes);
    }

    [Fact]
    public void Two_verbs_in_one_folder_take_turns()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string[] line = [.. QuickRun.Options, "--figure", "4", "--force", "--output", folder.Path];
        using var simulate = GrokkingProcess.Start([], ["simulate", .. line]);
        using var draw = GrokkingProcess.Start([], ["draw", .. line]);
        simulate.WaitForExit().AssertSucceeded();
        draw.WaitForExit().AssertSucceeded();
        folder.AssertWhole();
        var (expected, actual) = (TemporaryFolder.ContentOf(QuickRun.Folder), folder.Content());
        Assert.True(expected.Remove("run.json") && actual.Remove("run.json"));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Runs_in_a_folder_and_in_one_below_do_not_meet()
    {
        using var folder = new TemporaryFolder();
        FolderMark.Leave(folder.Path); // as long as the one below has no mark of its own, this one would look like somebody else's
        string[] line = ["simulate", .. QuickRun.Options, "--figure", "4", "--output"];
        using var below = GrokkingProcess.Start([], [.. line, folder["quick"]]);
        using var above = GrokkingProcess.Start([], [.. line, folder.Path]);
        GrokkingProcess.Outcome[] outcomes = [below.WaitForExit(), above.WaitForExit()];
        foreach (GrokkingProcess.Outcome outcome in outcomes)
        {
            outcome.AssertSucceeded();
            Assert.DoesNotContain("waiting", outcome.Error, StringComparison.Ordinal);
        }
        folder.AssertWhole();
        Assert.Equal(folder.Content("data"), folder.Content(Path.Combine("quick", "data")));
    }

    private static void Send(string signal, int process)
    {
        using Process kill = Process.Start("kill", ["-s", signal, "--", $"{process}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
