namespace Grokking.Cli.Tests;

/// <summary>Figures are redrawn when something about them changed, and a stale one stays out of the report.</summary>
public sealed class DrawTests
{
    private static readonly string[] Names = ["figure-1", "figure-2", "figure-3", "figure-4", "figure-6"];

    [Fact]
    public void A_second_time_nothing_is_drawn()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var outcome = QuickRun.Run("draw", folder);
        outcome.AssertSucceeded();
        Assert.Equal(Names.Select(name => $"{name}: up to date"), outcome.ErrorLines);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("pdf")]
    [InlineData("svg")]
    public void A_deleted_file_is_drawn_again_and_no_other(string kind)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = folder.Content("figures");
        var times = Times(folder);
        File.Delete(folder["figures", $"figure-6.{kind}"]);
        var outcome = QuickRun.Run("draw", folder);
        outcome.AssertSucceeded();
        Assert.Equal(
            Names.Select(name => name == "figure-6" ? "figure-6: drawn" : $"{name}: up to date"),
            outcome.ErrorLines
        );
        Assert.Equal(before, folder.Content("figures"));
        foreach (var (path, time) in Times(folder))
            if (!path.StartsWith("figure-6", StringComparison.Ordinal))
                Assert.Equal(times[path], time);
    }

    [Fact]
    public void Force_draws_again()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var outcome = QuickRun.Run("draw", folder, "--figure", "6", "--force");
        outcome.AssertSucceeded();
        Assert.Equal(["figure-6: drawn"], outcome.ErrorLines);
    }

    [Fact]
    public void A_stale_figure_is_kept_out_of_the_report()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string svg = folder["figures", "figure-6.svg"];
        File.WriteAllText(
            svg,
            File.ReadAllText(svg).Replace("</svg>", "<!-- --></svg>", StringComparison.Ordinal)
        );
        var before = folder.Content();
        QuickRun.Run("report", folder).AssertRefused(svg, "grokking draw");
        Assert.Equal(before, folder.Content());

        File.Delete(svg);
        QuickRun.Run("report", folder).AssertRefused(svg, "grokking draw");

        QuickRun.Run("draw", folder).AssertSucceeded();
        QuickRun.Run("report", folder).AssertSucceeded();
    }

    private static Dictionary<string, DateTime> Times(TemporaryFolder folder) =>
        Directory
            .EnumerateFiles(folder["figures"])
            .ToDictionary(path => Path.GetFileName(path)!, File.GetLastWriteTimeUtc);
}
