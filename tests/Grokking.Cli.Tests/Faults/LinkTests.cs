using System.Diagnostics;

namespace Grokking.Cli.Tests.Faults;

/// <summary>Links, pipes and devices inside an output folder lead nowhere: nothing behind them is read, written or deleted.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("data")]
    [InlineData("figures")]
    [InlineData("cache")]
    [InlineData("check")]
    [InlineData("vary")]
    public void A_link_in_place_of_a_folder_is_refused(string name)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using var elsewhere = new TemporaryFolder();
        string[] mine = ["figure-6.losses.verified.csv", "figure-6.losses.csv", "x.grokking-partial"];
        Array.ForEach(mine, file => File.WriteAllText(elsewhere[file], "mine"));
        if (Directory.Exists(folder[name]))
            Directory.Delete(folder[name], recursive: true);
        Directory.CreateSymbolicLink(folder[name], elsewhere.Path);
        foreach (string verb in new[] { "simulate", "draw", "report", "check", "vary" })
            QuickRun.Run(verb, folder).AssertRefused($"'{folder[name]}' is a link");
        Assert.All(mine, file => Assert.Equal("mine", File.ReadAllText(elsewhere[file])));
        Assert.Equal(mine.Length, elsewhere.Content().Count);
    }

    [Fact]
    public void A_link_in_place_of_a_result_is_refused()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using var elsewhere = new TemporaryFolder();
        string entry = Directory.EnumerateDirectories(folder["cache"]).First();
        Directory.Delete(entry, recursive: true);
        Directory.CreateSymbolicLink(entry, elsewhere.Path);
        QuickRun.Run("simulate", folder).AssertRefused($"'{entry}' is a link");
        Assert.Empty(elsewhere.Content());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_in_place_of_the_lock_is_refused(bool leadsNowhere)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using TemporaryFolder fresh = new();
        using var elsewhere = new TemporaryFolder();
        if (!leadsNowhere)
            File.WriteAllText(elsewhere["target"], "");
        var before = elsewhere.Content();
        foreach (TemporaryFolder output in new[] { folder, fresh })
        {
            File.Delete(output[".lock"]);
            File.CreateSymbolicLink(output[".lock"], elsewhere["target"]);
            foreach (string verb in new[] { "simulate", "draw", "report", "check", "vary" })
                QuickRun.Run(verb, output).AssertRefused($"'{output[".lock"]}' is a link");
        }
        Assert.Equal(before, elsewhere.Content());
    }

    [Fact]
    public void A_link_in_place_of_a_half_written_file_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(folder[".grokking-output.grokking-partial"], elsewhere["target"]);
        QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
        Assert.Empty(elsewhere.Content());
        Assert.False(Path.Exists(folder[".grokking-output.grokking-partial"]));
    }

    /// <summary>Whoever followed both would find twice as many folders at each of forty levels.</summary>
    [Fact]
    public void Links_in_circles_hang_nobody()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        foreach (string below in new[] { "", "data", "figures" })
        foreach (string name in new[] { "one", "two" })
            Directory.CreateSymbolicLink(folder[below, name], folder.Path);
        QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
        File.Delete(folder[".grokking-output"]);
        File.Delete(folder["ro-crate-metadata.json"]);
        QuickRun.Run("simulate", folder).AssertRefused("made by this command");
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/tty")]
    public void What_never_ends_is_not_read(string source)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string entry = Path.GetRelativePath(
            folder.Path,
            Directory.EnumerateDirectories(folder["cache"]).First()
        );
        string[] ours =
        [
            "data/figure-6.json",
            "data/figure-6.losses.csv",
            "data/report.json",
            "figures/figure-6.png",
            "figures/drawn.json",
            "verdicts.json",
            "verdicts.md",
            "numbers.json",
            "typeset.json",
            "run.json",
            "manifest-sha256.txt",
            "ro-crate-metadata.json",
            $"{entry}/key.json",
        ];
        var before = folder.Content();
        string[] strange = [.. ours, "data/another.csv", "figures/another.svg"];
        foreach (string name in strange)
        {
            File.Delete(folder[name]);
            if (source == "pipe")
                Process.Start("mkfifo", [folder[name]]).WaitForExit();
            else
                File.CreateSymbolicLink(folder[name], source);
        }
        Assert.Equal(ExitCode.CheckFailed, GrokkingProcess.Run("verify", "--output", folder.Path).ExitCode);
        foreach (string verb in new[] { "simulate", "draw", "report" })
            QuickRun.Run(verb, folder).AssertSucceeded();
        File.Delete(folder["data/another.csv"]);
        File.Delete(folder["figures/another.svg"]);
        before.Remove("run.json");
        var after = folder.Content();
        after.Remove("run.json");
        Assert.Equal(before, after);
    }
}
