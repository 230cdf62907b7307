using System.Diagnostics;
using System.Text.Json;

namespace Grokking.Cli.Tests.Faults;

/// <summary>SIGKILL gives nobody a chance to tidy up; the next run does, and the results are the same.</summary>
public sealed class KilledRunTests
{
    private const int Kills = 20;

    private static string[] Line(TemporaryFolder folder) =>
        ["simulate", .. QuickRun.Options, "--replicas", "1", "--threads", "2", "--output", folder.Path];

    [Fact]
    public void Killed_at_twenty_random_moments_it_goes_on_where_it_was_and_finds_the_same()
    {
        using var undisturbed = new TemporaryFolder();
        var watch = Stopwatch.StartNew();
        GrokkingProcess.Run(Line(undisturbed)).AssertSucceeded();
        TimeSpan duration = watch.Elapsed;

        var random = new Random(20240601);
        int kills = 0;
        int goneOnWith = 0;
        for (int folders = 0; kills < Kills; folders++)
        {
            Assert.True(folders < Kills, "hardly any run was killed before its end");
            using var folder = new TemporaryFolder();
            // Within the first half of a whole run each time, whatever is left of it, so that a folder sees several kills, early and late ones.
            while (kills < Kills)
            {
                using var run = GrokkingProcess.Start([], Line(folder));
                if (!run.KillAfter(duration * random.NextDouble() / 2))
                    break;
                kills++;
            }
            string[] finished = [.. Finished(folder)];
            goneOnWith += finished.Length;
            var last = GrokkingProcess.Run(Line(folder));
            last.AssertSucceeded();
            Assert.All(finished, study => Assert.Contains($"{study}: up to date", last.ErrorLines));
            AssertSame(undisturbed, folder);
        }
        Assert.True(
            goneOnWith > 0,
            "no study was ever finished before a kill, so that none was gone on with"
        );
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("report")]
    public void Killed_while_it_draws_or_typesets_it_makes_up_for_it(string verb)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var whole = folder.Content();
        string[] again = [verb, .. QuickRun.Options, "--output", folder.Path, "--force"];
        var watch = Stopwatch.StartNew();
        GrokkingProcess.Run(again).AssertSucceeded();
        TimeSpan duration = watch.Elapsed;

        var random = new Random(20240602);
        int kills = 0;
        for (int starts = 0; starts < 5; starts++)
        {
            using var run = GrokkingProcess.Start([], again);
            kills += run.KillAfter(duration * random.NextDouble()) ? 1 : 0;
        }
        Assert.True(kills > 0, "no run was killed before its end");

        QuickRun.Run(verb, folder).AssertSucceeded();
        folder.AssertWhole();
        var mended = folder.Content();
        whole.Remove("run.json");
        mended.Remove("run.json");
        Assert.Equal(whole, mended);
    }

    [Fact]
    public void Who_waits_for_a_run_that_is_killed_goes_on()
    {
        using var folder = new TemporaryFolder();
        using var holder = GrokkingProcess.Start(
            [],
            ["simulate", .. QuickRun.Options, "--replicas", "5000", "--output", folder.Path]
        );
        holder.WaitUntilItSays("sample-ratio: to run");
        using var waiting = GrokkingProcess.Start([], [.. Line(folder), "--figure", "6"]);
        waiting.WaitUntilItSays("waiting for another run");
        Assert.True(holder.KillAfter(TimeSpan.Zero));
        waiting.WaitForExit().AssertSucceeded();
        folder.AssertWhole();
    }

    private static void AssertSame(TemporaryFolder expected, TemporaryFolder actual)
    {
        actual.AssertWhole();
        foreach (string below in new[] { "data", "cache" })
            Assert.Equal(expected.Content(below), actual.Content(below));
        foreach (string file in new[] { "verdicts.json", "verdicts.md", "manifest-sha256.txt" })
            Assert.Equal(File.ReadAllBytes(expected[file]), File.ReadAllBytes(actual[file]));
    }

    /// <summary>The studies that the cache has a whole result of.</summary>
    private static IEnumerable<string> Finished(TemporaryFolder folder) =>
        Directory.Exists(folder["cache"])
            ? Directory
                .EnumerateFiles(folder["cache"], "key.json", SearchOption.AllDirectories)
                .Select(key =>
                    JsonDocument.Parse(File.ReadAllText(key)).RootElement.GetProperty("study").GetString()!
                )
            : [];
}
