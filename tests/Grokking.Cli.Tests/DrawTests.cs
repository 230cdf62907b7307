using System.Text.Json.Nodes;
using Grokking.Figures.LinearEstimators;

namespace Grokking.Cli.Tests;

/// <summary>Figures are redrawn when something about them changed, and a stale one stays out of the report.</summary>
public sealed class DrawTests
{
    private static readonly string[] Names =
    [
        .. LinearEstimatorsFigures.All.Select(figure => $"figure-{figure.Number}"),
    ];

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

    [Theory]
    [InlineData("drawing")]
    [InlineData("numbers")]
    [InlineData("result", "key")]
    public void What_other_code_drew_or_of_another_result_is_stale(params string[] place)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string record = folder["figures", "drawn.json"];
        JsonNode figures = JsonNode.Parse(File.ReadAllText(record))!;
        JsonNode parent = place[..^1].Aggregate(figures["figure-6"]!, (node, name) => node[name]!);
        Assert.NotNull(parent[place[^1]]);
        parent[place[^1]] = "another";
        File.WriteAllText(record, figures.ToJsonString());

        QuickRun.Run("report", folder).AssertRefused("figure-6.svg", "grokking draw");
        Assert.Contains("figure-6: drawn", QuickRun.Run("draw", folder).ErrorLines);
        QuickRun.Run("report", folder).AssertSucceeded();
    }

    [Fact]
    public void Another_typesetter_exports_again_but_the_drawing_may_be_reported()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string record = folder["figures", "drawn.json"];
        JsonNode figures = JsonNode.Parse(File.ReadAllText(record))!;
        figures["figure-6"]!["typesetter"] = "another";
        File.WriteAllText(record, figures.ToJsonString());

        QuickRun.Run("report", folder).AssertSucceeded();
        Assert.Contains("figure-6: drawn", QuickRun.Run("draw", folder).ErrorLines);
    }

    [Fact]
    public void A_file_that_the_manifest_knows_otherwise_is_drawn_again()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string manifest = folder["manifest-sha256.txt"];
        string[] lines = File.ReadAllLines(manifest);
        int line = Array.FindIndex(
            lines,
            one => one.EndsWith("figures/figure-6.svg", StringComparison.Ordinal)
        );
        lines[line] = new string('0', 64) + lines[line][64..];
        File.WriteAllLines(manifest, lines);

        QuickRun.Run("report", folder).AssertRefused("figure-6.svg", "grokking draw");
        Assert.Contains("figure-6: drawn", QuickRun.Run("draw", folder).ErrorLines);
    }

    private static Dictionary<string, DateTime> Times(TemporaryFolder folder) =>
        Directory
            .EnumerateFiles(folder["figures"])
            .ToDictionary(path => Path.GetFileName(path)!, File.GetLastWriteTimeUtc);
}
