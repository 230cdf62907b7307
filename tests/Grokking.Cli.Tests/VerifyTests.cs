using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests;

/// <summary>`verify` needs nothing but the output folder.</summary>
public sealed class VerifyTests
{
    [Fact]
    public void A_finished_run_is_well()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        GrokkingProcess.Run("verify", "--output", folder.Path).AssertSucceeded();
    }

    [Theory]
    [InlineData("data/figure-1.losses.csv")]
    [InlineData("figures/figure-4.png")]
    [InlineData("verdicts.json")]
    [InlineData("report.pdf")]
    public void A_changed_file_and_a_lost_one_are_named(string name)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.AppendAllText(folder[name], " ");
        AssertFound(folder, $"{name} does not match its hash");
        File.Delete(folder[name]);
        AssertFound(folder, $"{name} is listed in manifest-sha256.txt and missing");
    }

    [Fact]
    public void A_verdict_that_was_turned_upsets_the_count_even_with_a_new_hash()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string json = File.ReadAllText(folder["verdicts.json"]);
        int at = json.IndexOf("\"verdict\": \"holds\"", StringComparison.Ordinal);
        File.WriteAllText(
            folder["verdicts.json"],
            string.Concat(json.AsSpan(0, at), "\"verdict\": \"fails\"", json.AsSpan(at + 18))
        );
        AssertFound(folder, "verdicts.md does not say");
        // Nor can its numbers be made to say so: the verdict is drawn from them again.
        Assert.Contains(
            "has the verdict 'fails'; from its numbers follows 'holds'",
            GrokkingProcess.Run("verify", "--output", folder.Path).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_erratum_without_evidence_is_found()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        JsonNode ledger = JsonNode.Parse(File.ReadAllText(folder["verdicts.json"]))!;
        ledger["errata"]![0]!["evidence"] = new JsonObject();
        string id = (string)ledger["errata"]![0]!["id"]!;
        File.WriteAllText(folder["verdicts.json"], ledger.ToJsonString());
        AssertFound(folder, $"erratum {id} lacks");
    }

    [Theory]
    [InlineData("errata", "stands", "does not say what follows from its deciding number")]
    [InlineData("formulas", "standing", "from its numbers follows")]
    public void What_follows_from_other_numbers_is_drawn_again(string list, string name, string problem)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        JsonNode ledger = JsonNode.Parse(File.ReadAllText(folder["verdicts.json"]))!;
        JsonNode entry = ledger[list]![0]!;
        entry = entry["decision"] ?? entry;
        entry[name] = list == "errata" ? !(bool)entry[name]! : "wrong";
        File.WriteAllText(folder["verdicts.json"], ledger.ToJsonString());
        Assert.Contains(
            problem,
            GrokkingProcess.Run("verify", "--output", folder.Path).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_number_of_the_report_that_its_data_do_not_hold_is_found()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        JsonNode numbers = JsonNode.Parse(File.ReadAllText(folder["numbers.json"]))!;
        numbers[0]!["value"] = (double)numbers[0]!["value"]! + 1;
        string id = (string)numbers[0]!["id"]!;
        File.WriteAllText(folder["numbers.json"], numbers.ToJsonString());
        AssertFound(folder, $"number {id} is not what data/figure-1.json says");
    }

    [Fact]
    public void A_figure_that_is_gone_without_a_trace_is_missed()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        foreach (string kind in new[] { "svg", "pdf", "png" })
            File.Delete(folder["figures", $"figure-S2.{kind}"]);
        foreach (string data in Directory.EnumerateFiles(folder["data"], "figure-S2.*"))
            File.Delete(data);
        AssertFound(folder, "data/figure-S2.json is missing");
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["data", "half.grokking-partial"], "another run's");
        File.Delete(folder[".lock"]);
        var before = folder.Content();
        GrokkingProcess.Run("verify", "--output", folder.Path);
        Assert.Equal(before, folder.Content());
        Assert.False(File.Exists(folder[".lock"]));
    }

    [Fact]
    public void A_file_that_nobody_listed_is_found()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        File.WriteAllText(folder["data", "figure-1.more.csv"], "x\n1\n");
        AssertFound(folder, "data/figure-1.more.csv is not listed in manifest-sha256.txt");
        AssertFound(folder, "data/figure-1.more.csv is not described in ro-crate-metadata.json");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused() =>
        GrokkingProcess
            .Run("verify", "--output", "/no/such/folder")
            .AssertRefused("--output", "/no/such/folder");

    private static void AssertFound(TemporaryFolder folder, string problem)
    {
        var outcome = GrokkingProcess.Run("verify", "--output", folder.Path);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains(outcome.ErrorLines, line => line.StartsWith(problem, StringComparison.Ordinal));
    }
}
