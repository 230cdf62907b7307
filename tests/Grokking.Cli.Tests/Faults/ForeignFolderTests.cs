using Grokking.Cli.Output;
using Grokking.Cli.Provenance;

namespace Grokking.Cli.Tests.Faults;

/// <summary>Other people's folders are not written in, however much they look like output; the command's own are.</summary>
public sealed class ForeignFolderTests
{
    [Theory]
    [InlineData("manifest-sha256.txt", "bagit.txt", "data/figure-1.losses.csv")] // a bag, as archives make them
    [InlineData(".lock")]
    [InlineData("report.pdf")]
    [InlineData("verdicts.json", "numbers.json", "run.json")]
    [InlineData("run.json")]
    [InlineData("cache/key.json")]
    [InlineData(".grokking-output")]
    public void Files_with_our_names_make_no_folder_ours(params string[] names)
    {
        using var folder = new TemporaryFolder();
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], "mine");
        }
        QuickRun
            .Run("simulate", folder, "--figure", "6")
            .AssertRefused("--output", folder.Path, "new, empty, or was made by this command");
        Assert.All(names, name => Assert.Equal("mine", File.ReadAllText(folder[name])));
        Assert.Equal(
            names.Length,
            Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Count()
        );
    }

    [Fact]
    public void A_folder_from_before_the_mark_is_known_by_its_research_crate()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.Delete(folder[FolderMark.Name]);
        QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
        Assert.True(File.Exists(folder[FolderMark.Name]));
        File.Delete(folder[ResearchCrate.Name]);
        QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
    }

    [Fact]
    public void What_the_benchmarks_published_and_other_output_folders_may_be_there()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["benchmark.json"], "{}");
        string[] simulate = ["simulate", .. QuickRun.Options, "--figure", "6", "--output"];
        GrokkingProcess.Run([.. simulate, folder["quick"]]).AssertSucceeded();
        GrokkingProcess.Run([.. simulate, folder.Path]).AssertSucceeded();
        Assert.Equal("{}", File.ReadAllText(folder["benchmark.json"]));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("figures")]
    [InlineData("cache")]
    [InlineData("check")]
    [InlineData("vary")]
    [InlineData("vary/")]
    [InlineData("check//")]
    [InlineData("check/.")]
    [InlineData("Data")]
    [InlineData("data/sub")]
    [InlineData("cache/x/")]
    [InlineData("quick/../vary/mine/below")]
    public void A_part_of_an_output_folder_is_none(string part)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        if (Directory.Exists(folder[part]))
            Directory.Delete(folder[part], recursive: true);
        GrokkingProcess
            .Run(["simulate", .. QuickRun.Options, "--figure", "6", "--output", folder[part]])
            .AssertRefused("--output", folder[part], "part of an output folder");
        Assert.False(Directory.Exists(folder[part]));
    }

    /// <summary>Whole output folders may lie in others, but not where those have parts of their own.</summary>
    [Fact]
    public void A_whole_output_folder_becomes_no_part_of_another()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["vary"]);
        FolderMark.Leave(folder["vary"]);
        QuickRun.Run("simulate", folder, "--figure", "6").AssertRefused("new, empty");
        Assert.Equal(
            [folder["vary", FolderMark.Name]],
            Directory
                .EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)
                .Where(File.Exists)
        );
    }

    /// <summary>Neither an output folder nor anything else that `vary` did not make is deleted by it.</summary>
    [Theory]
    [InlineData("vary/mine")]
    [InlineData("vary/first/mine")]
    [InlineData("vary/first/.grokking-output")]
    [InlineData("vary/first/.grokking-scratch")]
    public void Vary_deletes_what_it_made_and_nothing_else(string file)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], "mine");
        ScratchFolder.Make(folder["vary", "7"]);
        QuickRun.Run("vary", folder, "--figure", "6").AssertRefused(folder["vary"], "did not make");
        Assert.Equal("mine", File.ReadAllText(folder[file]));
        Assert.False(Directory.Exists(folder["vary", "7"]));
    }

    /// <summary>What a run has half-written in a folder of its own is not another's to sweep away.</summary>
    [Fact]
    public void A_run_sweeps_what_is_its_own_and_nothing_below()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string entry = Path.GetRelativePath(
            folder.Path,
            Directory.EnumerateDirectories(folder["cache"]).First()
        );
        string[] own = ["", "data", "figures", "check", entry];
        string[] others = ["quick", "quick/data", "quick/figures", $"quick/{entry}", "data/below"];
        Array.ForEach([.. own, .. others], below => Directory.CreateDirectory(folder[below]));
        string Partial(string below) => folder[below, "x" + AtomicFile.TemporarySuffix];
        foreach (string below in own.Concat(others))
            File.WriteAllText(Partial(below), "half");
        QuickRun.Run("simulate", folder, "--figure", "6").AssertSucceeded();
        Assert.All(own, below => Assert.False(File.Exists(Partial(below)), below));
        Assert.All(others, below => Assert.Equal("half", File.ReadAllText(Partial(below))));
    }
}
