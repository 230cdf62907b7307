using System.Text.Json.Nodes;
using Grokking.Cli.Snapshots;
using Grokking.Curves;

namespace Grokking.Cli.Tests;

/// <summary>
/// A wrong constant in a formula turns `check` red, and the ledger where it matters. What the formula gives is changed
/// in the results as they lie in the cache, so that everything after that is the real thing.
/// </summary>
public sealed class PerturbedConstantTests
{
    [Fact]
    public void A_factor_of_1_001_in_equation_12_is_found_named_and_drawn()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        CachedResult.Change(
            folder,
            "sample-ratio",
            result =>
            {
                foreach (JsonNode? row in result["times"]!.AsArray())
                    CachedResult.Scale(row, "eq12", 1.001);
            }
        );
        var outcome = QuickRun.Run("check", folder);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains("figure-2: as verified", outcome.ErrorLines);
        Assert.Contains(
            outcome.ErrorLines,
            line =>
                line.StartsWith(
                    "  figure-1, panel grokking-times, column 'delta_t.eq_12', row 0: expected ",
                    StringComparison.Ordinal
                ) && line.Contains(", relative error 0.001 (", StringComparison.Ordinal)
        );
        // Old in grey, new in colour, and what was received beside what was verified.
        string drawing = File.ReadAllText(folder["check", "figure-1.grokking-times.1.svg"]);
        Assert.Contains(">was<", drawing, StringComparison.Ordinal);
        Assert.Contains(">is<", drawing, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["check", "figure-1.grokking-times.1.png"]));
        Assert.True(File.Exists(folder["check", "figure-1.grokking-times.received.csv"]));
    }

    [Fact]
    public void A_lost_factor_of_2_in_equation_16_is_found_though_no_figure_shows_it()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        JsonNode before = Evidence(folder);
        CachedResult.Change(
            folder,
            "approximations",
            result =>
            {
                foreach (JsonNode? row in result["limits"]!.AsArray())
                    CachedResult.Scale(row, "eq16_training", 0.5);
            }
        );
        var outcome = QuickRun.Run("check", folder);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains(
            outcome.ErrorLines,
            line =>
                line.StartsWith(
                    "  approximations, panel weight-decay-limits, column 'training-loss.eq_16', row ",
                    StringComparison.Ordinal
                ) && line.Contains(", relative error 0.5 (", StringComparison.Ordinal)
        );

        // The erratum on eq. 16 rests on a ratio of ½, which would now be 1.
        QuickRun.Run("simulate", folder).AssertSucceeded();
        Assert.Equal(0.5, (double)before, 1e-3);
        Assert.Equal(1, (double)Evidence(folder), 1e-3);
    }

    [Fact]
    public void A_factor_of_2_in_equation_12_turns_a_verdict()
    {
        using TemporaryFolder folder = QuickRun.Copy();
        Assert.Equal("holds", Verdict(folder, "C6b"));
        CachedResult.Change(
            folder,
            "approximations",
            result =>
            {
                foreach (JsonNode? row in result["times"]!.AsArray())
                    CachedResult.Scale(row, "eq12", 2);
            }
        );
        QuickRun.Run("simulate", folder).AssertSucceeded();
        Assert.Equal("fails", Verdict(folder, "C6b"));
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("judge", "--entry", "C6b")]
    [InlineData("check")]
    public void A_number_that_decides_nothing_is_a_failed_check(string verb, params string[] more)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        CachedResult.Change(
            folder,
            "approximations",
            result =>
            {
                foreach (JsonNode? row in result["times"]!.AsArray())
                    CachedResult.Scale(row, "eq12", 0); // a division by 0
            }
        );
        var outcome = QuickRun.Run(verb, folder, more);
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.StartsWith("the ledger does not add up: C6", outcome.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figure-1.grokking-times", "delta_t.eq_12", 1.001)]
    [InlineData("approximations.times", "delta_t.eq_12", 1.001)]
    [InlineData("approximations.weight-decay-limits", "training-loss.eq_16", 0.5)]
    [InlineData("approximations.weight-decay-limits", "generalization-loss.eq_16", 0.5)]
    public void The_tolerances_at_the_papers_sizes_let_no_such_factor_pass(
        string name,
        string column,
        double factor
    )
    {
        string verified = Path.Combine(Repository.Root, "tests", "Snapshots", "paper");
        using var received = new TemporaryFolder();
        var snapshot = new NumericSnapshot(verified, received.Path);
        DataTable table = snapshot.Verified(name)!;
        Assert.Empty(snapshot.Differences(name, table));
        DataTable perturbed = table with
        {
            Columns =
            [
                .. table.Columns.Select(one =>
                    one.Name == column
                        ? one with
                        {
                            Values = [.. one.Values.Select(value => value * factor)],
                        }
                        : one
                ),
            ],
        };
        var differences = snapshot.Differences(name, perturbed);
        Assert.All(differences, difference => Assert.Equal(column, difference.Column));
        Assert.Equal(
            table.Columns.Single(one => one.Name == column).Values.Count(value => value is not null),
            differences.Count
        );
    }

    private static string Verdict(TemporaryFolder folder, string id) =>
        (string)Ledger(folder)["claims"]!.AsArray().Single(claim => (string?)claim!["id"] == id)!["verdict"]!;

    private static JsonNode Evidence(TemporaryFolder folder)
    {
        JsonNode evidence = Ledger(folder)["errata"]!
            .AsArray()
            .Single(erratum => (string?)erratum!["id"] == "E16a")!["evidence"]!
            .AsObject()
            .First(one => one.Key.StartsWith("exact limit of L_tr", StringComparison.Ordinal))
            .Value!;
        return evidence is JsonObject measurement ? measurement["value"]! : evidence;
    }

    private static JsonNode Ledger(TemporaryFolder folder) =>
        JsonNode.Parse(File.ReadAllText(folder["verdicts.json"]))!;
}
