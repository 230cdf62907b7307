using System.Text.Json.Nodes;
using Grokking.Cli.Output;

namespace Grokking.Cli.Tests;

/// <summary>benchmark.json and reproducibility.json are shown in the report if somebody put them there.</summary>
public sealed class ExtraTablesTests
{
    private const string Benchmark = """
        {"tables": [{"title": "Times", "columns": ["what", "seconds"], "rows": [["eigenvalues", 0.14], ["none", null]], "note": "two cores"}],
        "date": "2026-11-27", "machine": {"processor": "one of a kind", "cores": "2"}}
        """;

    [Fact]
    public void A_table_that_is_there_is_in_the_report_and_in_the_manifest()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["benchmark.json"], Benchmark);
        QuickRun.Run("report", folder).AssertSucceeded();
        JsonNode report = JsonNode.Parse(File.ReadAllText(folder["data", "report.json"]))!;
        Assert.Equal("Times", (string?)report["benchmark"]!["tables"]![0]!["title"]);
        Assert.Equal("2026-11-27", (string?)report["benchmark"]!["date"]);
        Assert.Equal("one of a kind", (string?)report["benchmark"]!["machine"]!["processor"]);
        Assert.Null(report["reproducibility"]);
        Assert.Contains(
            File.ReadAllLines(folder["manifest-sha256.txt"]),
            line => line.EndsWith("  benchmark.json", StringComparison.Ordinal)
        );
        byte[] once = File.ReadAllBytes(folder["report.pdf"]);
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "report.pdf")), once);
        QuickRun.Run("report", folder).AssertSucceeded();
        Assert.Equal(once, File.ReadAllBytes(folder["report.pdf"]));
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
    }

    [Fact]
    public void Another_benchmark_is_no_damage()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["benchmark.json"], Benchmark);
        QuickRun.Run("report", folder).AssertSucceeded();
        string[] before = File.ReadAllLines(folder["manifest-sha256.txt"]);

        // As the benchmarks leave it.
        File.WriteAllText(
            folder["benchmark.json"],
            Benchmark.Replace("0.14", "0.15", StringComparison.Ordinal)
        );
        Assert.Equal(1, GrokkingProcess.Run("verify", "--output", folder.Path).ExitCode);
        Manifest.Renew(folder.Path, "benchmark.json");

        string[] after = File.ReadAllLines(folder["manifest-sha256.txt"]);
        Assert.Equal(before.Length, after.Length);
        Assert.Single(before.Except(after));
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
        QuickRun.Run("report", folder).AssertSucceeded();
        Assert.Contains(after.Except(before).Single(), File.ReadAllLines(folder["manifest-sha256.txt"]));
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
    }

    [Fact]
    public void Where_there_is_no_manifest_none_is_made()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["benchmark.json"], Benchmark);
        Manifest.Renew(folder.Path, "benchmark.json");
        Assert.False(File.Exists(folder["manifest-sha256.txt"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"tables": [{"title": "T", "columns": ["a", "b"], "rows": [["1"]]}]}""")]
    public void Anything_else_is_refused(string text)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["reproducibility.json"], text);
        QuickRun.Run("report", folder).AssertRefused("reproducibility.json", "tables");
    }
}
