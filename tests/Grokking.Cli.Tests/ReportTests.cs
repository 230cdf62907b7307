using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Grokking.Cli.Output;
using Grokking.Cli.Typesetting;

namespace Grokking.Cli.Tests;

/// <summary>The report is typeset when something that it depends on changed, and only then.</summary>
public sealed class ReportTests
{
    [Fact]
    public void A_second_time_nothing_is_typeset()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        AssertTypeset(false, QuickRun.Run("report", folder), folder);
        var before = Content(folder);
        DateTime written = File.GetLastWriteTimeUtc(folder["report.pdf"]);
        var outcome = QuickRun.Run("report", folder);
        AssertTypeset(false, outcome, folder);
        Assert.Contains("errata stand", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, Content(folder));
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder["report.pdf"]));
    }

    [Fact]
    public void Force_typesets_again()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        AssertTypeset(true, QuickRun.Run("report", folder, "--force"), folder);
    }

    [Theory]
    [InlineData("report.pdf", "deleted")]
    [InlineData("report.pdf", "emptied")]
    [InlineData("report.pdf", "edited")]
    [InlineData("typeset.json", "deleted")]
    [InlineData("typeset.json", "edited")]
    public void A_report_or_record_that_is_not_what_it_was_is_made_again(string name, string damage)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = Content(folder);
        if (damage == "deleted")
            File.Delete(folder[name]);
        else
            File.WriteAllBytes(folder[name], damage == "edited" ? [.. before[name], (byte)'\n'] : []);
        AssertTypeset(true, QuickRun.Run("report", folder), folder);
        Assert.Equal(before, Content(folder));
        AssertTypeset(false, QuickRun.Run("report", folder), folder);
    }

    /// <summary>The manifest knows better than a record that was edited along with the report.</summary>
    [Fact]
    public void A_record_that_vouches_for_an_edited_report_is_not_believed()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var before = Content(folder);
        string record = File.ReadAllText(folder["typeset.json"]);
        string hash = PlainFile.Hash(folder["report.pdf"]);
        File.AppendAllText(folder["report.pdf"], "\n");
        string edited = record.Replace(hash, PlainFile.Hash(folder["report.pdf"]), StringComparison.Ordinal);
        Assert.NotEqual(record, edited);
        File.WriteAllText(folder["typeset.json"], edited);
        AssertTypeset(true, QuickRun.Run("report", folder), folder);
        Assert.Equal(before, Content(folder));
    }

    [Fact]
    public void Other_numbers_are_typeset()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        AssertTypeset(true, QuickRun.Run("report", folder, "--figure", "6"), folder);
        AssertTypeset(true, QuickRun.Run("report", folder), folder);
        File.WriteAllText(
            folder["benchmark.json"],
            """{"tables": [{"title": "T", "columns": ["a"], "rows": [["b"]]}]}"""
        );
        AssertTypeset(true, QuickRun.Run("report", folder), folder);
        AssertTypeset(false, QuickRun.Run("report", folder), folder);
    }

    [Fact]
    public void Each_file_of_the_record_counts()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        var output = OutputFolder.At(folder.Path);
        string[] sources = Sources(folder);
        TypesetReport Now() => new(output, ReportTemplate.Version(), sources);
        Assert.True(Now().IsUpToDate);
        Assert.False(new TypesetReport(output, "another", sources).IsUpToDate);
        Assert.False(new TypesetReport(output, ReportTemplate.Version(), sources[1..]).IsUpToDate);
        foreach (string source in sources)
        {
            byte[] whole = File.ReadAllBytes(folder[source]);
            File.WriteAllBytes(folder[source], [.. whole, (byte)' ']);
            Assert.False(Now().IsUpToDate, source);
            File.WriteAllBytes(folder[source], whole);
        }
        Assert.True(Now().IsUpToDate);
    }

    /// <summary>A report of nothing but these files is the same: there is none that the record forgets.</summary>
    [Fact]
    public void The_record_lists_all_that_the_report_is_made_of()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        using var bare = new TemporaryFolder();
        foreach (string source in Sources(folder))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(bare[source])!);
            File.Copy(folder[source], bare[source]);
        }
        ReportTemplate.Typeset(OutputFolder.At(bare.Path));
        Assert.Equal(
            SHA256.HashData(File.ReadAllBytes(folder["report.pdf"])),
            SHA256.HashData(File.ReadAllBytes(bare["report.pdf"]))
        );
    }

    internal static void AssertTypeset(
        bool isTypeset,
        GrokkingProcess.Outcome outcome,
        TemporaryFolder folder,
        string? because = null
    )
    {
        outcome.AssertSucceeded();
        string line = $"report: {folder["report.pdf"]}{(isTypeset ? "" : " is up to date")}";
        Assert.True(outcome.ErrorLines.Contains(line), $"{because}: {outcome.Error}");
    }

    private static string[] Sources(TemporaryFolder folder) =>
        [
            .. JsonNode.Parse(File.ReadAllText(folder["typeset.json"]))!["files"]!
                .AsObject()
                .Select(file => file.Key)
                .Except(["report.pdf"]),
        ];

    private static SortedDictionary<string, byte[]> Content(TemporaryFolder folder)
    {
        var content = folder.Content();
        content.Remove("run.json"); // it has a clock in it
        return content;
    }
}
