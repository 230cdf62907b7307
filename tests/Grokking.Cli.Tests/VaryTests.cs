using System.Text.Json;
using System.Text.Json.Nodes;
using Grokking.Cli.Output;
using Grokking.Cli.Reproducibility;

namespace Grokking.Cli.Tests;

/// <summary>The ladder is climbed by runs, and a rung that is broken is seen to be.</summary>
public sealed class VaryTests
{
    private static readonly Variation Numbers = Variation.None with { KeepsBytes = false };

    /// <summary>Five draws of every setting of figure 1, so that threads have something to do at the same time.</summary>
    [Fact]
    public void Every_rung_holds_for_one_figure_and_is_in_the_report_of_the_same_commit()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        ScratchFolder.Make(folder["vary", "first"]); // as a killed run leaves it
        File.WriteAllText(folder["vary", "first", "half"], "half");
        Directory.CreateDirectory(folder["vary", "3"]);
        QuickRun.Run("vary", folder, "--figure", "1", "--replicas", "5").AssertSucceeded();
        using var document = JsonDocument.Parse(File.ReadAllText(folder["reproducibility.json"]));
        JsonElement table = Assert.Single(document.RootElement.GetProperty("tables").EnumerateArray());
        int columns = table.GetProperty("columns").GetArrayLength();
        JsonElement[] rows = [.. table.GetProperty("rows").EnumerateArray()];
        Assert.All(rows, row => Assert.Equal(columns, row.GetArrayLength()));
        foreach (
            string what in new[]
            {
                "de_DE",
                "tr_TR",
                "Asia/Kathmandu",
                "1 thread",
                "2 threads",
                "5 threads",
                "order",
            }
        )
        {
            JsonElement row = Assert.Single(
                rows,
                row => row[0].GetString()!.Contains(what, StringComparison.Ordinal)
            );
            Assert.Equal("yes", row[2].GetString());
        }
        Assert.Contains(rows, row => row[0].GetString()!.Contains("AVX2", StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder["vary"]));

        QuickRun.Run("report", folder).AssertSucceeded();
        Assert.Equal(rows.Length, (Reported(folder)?["tables"]![0]!["rows"] as JsonArray)?.Count);
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();

        string commit = document.RootElement.GetProperty("commit").GetString()!;
        string text = File.ReadAllText(folder["reproducibility.json"]);
        File.WriteAllText(
            folder["reproducibility.json"],
            text.Replace(commit, new string('0', 40), StringComparison.Ordinal)
        );
        var outcome = QuickRun.Run("report", folder);
        outcome.AssertSucceeded();
        Assert.Null(Reported(folder));
        Assert.Contains(
            $"reproducibility.json is of commit {new string('0', 40)}, not {commit}, and left out",
            outcome.Error,
            StringComparison.Ordinal
        );
    }

    private static JsonNode? Reported(TemporaryFolder folder) =>
        JsonNode.Parse(File.ReadAllText(folder["data", "report.json"]))!["reproducibility"];

    private static Rung Compare(TemporaryFolder changed, Variation variation) =>
        Rung.Of(variation, OutputFolder.At(QuickRun.Folder), OutputFolder.At(changed.Path));

    [Fact]
    public void One_byte_breaks_the_promise_of_the_same_bytes()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        Assert.True(Compare(folder, Variation.None).IsKept);
        File.AppendAllText(folder["verdicts.json"], " ");
        Rung broken = Compare(folder, Variation.None);
        Assert.False(broken.IsKept);
        Assert.False(broken.Identical);
    }

    [Theory]
    [InlineData("figure-6.losses.csv")]
    [InlineData("figure-5.losses.csv")]
    public void The_largest_relative_difference_is_found_and_judged(string table)
    {
        const double promised = 1e-9;
        foreach (double factor in new[] { 0.5, 2 })
        {
            using TemporaryFolder folder = QuickRun.Copy();
            string[] lines = File.ReadAllLines(folder["data", table]);
            string[] fields = lines[1].Split(',');
            double value = double.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture);
            fields[1] = (value * (1 + (factor * promised))).ToString(
                "R",
                System.Globalization.CultureInfo.InvariantCulture
            );
            lines[1] = string.Join(',', fields);
            File.WriteAllText(folder["data", table], string.Join('\n', lines) + "\n");
            Rung rung = Compare(folder, Numbers);
            Assert.Equal(factor * promised, rung.Difference, 1e-15); // the written value is rounded
            Assert.Equal(factor < 1, rung.IsKept);
            Assert.StartsWith(table, rung.Where, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_table_that_only_one_has_breaks_the_promise()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.Delete(folder["data", "figure-6.losses.csv"]);
        Rung broken = Compare(folder, Numbers);
        Assert.False(broken.IsKept);
        Assert.Equal(double.PositiveInfinity, broken.Difference);
        Assert.False(Compare(folder, Variation.None).IsKept);
    }
}
