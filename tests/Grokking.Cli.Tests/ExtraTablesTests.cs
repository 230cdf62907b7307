using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests;

/// <summary>benchmark.json and reproducibility.json are shown in the report if somebody put them there.</summary>
public sealed class ExtraTablesTests
{
    private const string Benchmark = """
        {"tables": [{"title": "Times", "columns": ["what", "seconds"], "rows": [["eigenvalues", 0.14], ["none", null]], "note": "two cores"}]}
        """;

    [Fact]
    public void A_table_that_is_there_is_in_the_report_and_in_the_manifest()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["benchmark.json"], Benchmark);
        QuickRun.Run("report", folder).AssertSucceeded();
        JsonNode report = JsonNode.Parse(File.ReadAllText(folder["data", "report.json"]))!;
        Assert.Equal("Times", (string?)report["benchmark"]!["tables"]![0]!["title"]);
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
