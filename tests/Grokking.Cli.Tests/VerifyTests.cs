using System.Security.Cryptography;
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

    /// <summary>As someone would who wants it to pass: counts and hashes are made to fit.</summary>
    [Theory]
    [InlineData("claims", "C9", "verdicts.json has no entry C9")]
    [InlineData("errata", "E26", "verdicts.json has no entry E26")]
    [InlineData("errata", "E26", "C6e refers to E26, which is not there")]
    [InlineData("errata", "E26", "formula eq. 26 refers to E26, which is not there")]
    [InlineData("formulas", "", "verdicts.json does not say what became of eq. 9")]
    [InlineData("formulas", "eq. 26", "verdicts.json does not say what became of eq. 26")]
    public void What_is_left_out_is_missed_though_counts_and_hashes_fit(
        string list,
        string entry,
        string problem
    )
    {
        using TemporaryFolder folder = QuickRun.Copy();
        JsonNode ledger = JsonNode.Parse(File.ReadAllText(folder["verdicts.json"]))!;
        JsonArray all = ledger[list]!.AsArray();
        int before = all.Count;
        all.RemoveAll(one => entry.Length == 0 || entry == (string?)(one!["id"] ?? one["equation"]));
        Assert.NotEqual(before, all.Count);
        File.WriteAllText(folder["verdicts.json"], ledger.ToJsonString());
        File.WriteAllText(folder["verdicts.md"], $"{Counts(ledger)}\n");
        foreach (string name in new[] { "verdicts.json", "verdicts.md" })
            Rehash(folder, name);

        var outcome = GrokkingProcess.Run("verify", "--output", folder.Path);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains(problem, outcome.ErrorLines);
        Assert.All(
            outcome.ErrorLines[..^1],
            line =>
                Assert.Matches(
                    "^verdicts.json (has no entry|does not say)|refers to .*, which is not there$",
                    line
                )
        );
    }

    [Fact]
    public void The_count_of_errata_is_that_of_those_that_stand()
    {
        JsonNode ledger = JsonNode.Parse(File.ReadAllText(Path.Combine(QuickRun.Folder, "verdicts.json")))!;
        JsonArray errata = ledger["errata"]!.AsArray();
        int standing = errata.Count(one => (bool)one!["decision"]!["stands"]!);
        Assert.InRange(standing, 1, errata.Count - 1); // else this test would tell nothing
        Assert.Contains(
            $"; {standing} of {errata.Count} errata stand.",
            File.ReadAllText(Path.Combine(QuickRun.Folder, "verdicts.md")),
            StringComparison.Ordinal
        );
    }

    private static string Counts(JsonNode ledger)
    {
        JsonArray claims = ledger["claims"]!.AsArray();
        JsonArray errata = ledger["errata"]!.AsArray();
        return $"Of {claims.Count} claims "
            + string.Join(
                ", ",
                new[] { "not-tested", "holds", "fails", "inconclusive" }.Select(verdict =>
                    $"{claims.Count(one => (string?)one!["verdict"] == verdict)} {verdict}"
                )
            )
            + $"; {errata.Count(one => (bool)one!["decision"]!["stands"]!)} of {errata.Count} errata stand";
    }

    private static void Rehash(TemporaryFolder folder, string name)
    {
        string manifest = folder["manifest-sha256.txt"];
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder[name])));
        File.WriteAllLines(
            manifest,
            File.ReadAllLines(manifest)
                .Select(line =>
                    line.EndsWith($"  {name}", StringComparison.Ordinal) ? $"{hash}  {name}" : line
                )
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
    public void A_number_that_is_nowhere_is_found_though_nothing_is_its_value()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        JsonNode numbers = JsonNode.Parse(File.ReadAllText(folder["numbers.json"]))!;
        JsonNode number = numbers.AsArray().First(one => one!["value"] is null)!;
        number["pointer"] = $"{number["pointer"]}/mean";
        File.WriteAllText(folder["numbers.json"], numbers.ToJsonString());
        AssertFound(folder, $"number {number["id"]} is not what {number["data"]} says");
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
