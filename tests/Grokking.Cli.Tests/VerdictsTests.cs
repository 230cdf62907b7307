using System.Text.Json;
using Grokking.Cli.Output;

namespace Grokking.Cli.Tests;

/// <summary>The ledger as a reviewer finds it.</summary>
public sealed class VerdictsTests
{
    private static readonly string[] Verdicts = ["holds", "fails", "inconclusive", "not-tested"];

    private static readonly string[] Standings = ["right", "right-within-domain", "wrong"];

    private static JsonElement Ledger() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "verdicts.json"))).RootElement;

    [Fact]
    public void Every_entry_has_just_the_promised_keys()
    {
        JsonElement ledger = Ledger();
        Assert.Equal(["caveat", "claims", "errata", "formulas", "command", "results"], Keys(ledger));
        Assert.Contains(
            "nothing about the paper",
            ledger.GetProperty("caveat").GetString(),
            StringComparison.Ordinal
        );
        foreach (JsonElement claim in ledger.GetProperty("claims").EnumerateArray())
        {
            Assert.Equal(
                [
                    "id",
                    "source",
                    "statement",
                    "quantity",
                    "predicted",
                    "measured",
                    "uncertainty",
                    "evidence",
                    "tolerance",
                    "reason",
                    "verdict",
                    "command",
                    "studies",
                    "figures",
                    "related",
                ],
                Keys(claim)
            );
            Assert.Contains(claim.GetProperty("verdict").GetString(), Verdicts);
            Assert.Contains(claim.GetProperty("evidence").GetString(), new[] { "simulation", "theory" });
            Assert.StartsWith("grokking judge --profile quick", claim.GetProperty("command").GetString());
        }
        foreach (JsonElement erratum in ledger.GetProperty("errata").EnumerateArray())
        {
            Assert.Equal(
                [
                    "id",
                    "source",
                    "printed",
                    "printed_typst",
                    "derived",
                    "derived_typst",
                    "decision",
                    "evidence",
                    "evidence_uncertainty",
                    "derivation",
                    "command",
                    "studies",
                    "figures",
                    "related",
                ],
                Keys(erratum)
            );
            Assert.NotEmpty(erratum.GetProperty("evidence").EnumerateObject());
            Assert.True(
                File.Exists(
                    Path.Combine(Repository.Root, erratum.GetProperty("derivation").GetString() ?? "none")
                )
            );
            Assert.Equal(
                Keys(erratum.GetProperty("evidence")),
                Keys(erratum.GetProperty("evidence_uncertainty"))
            );
        }
        foreach (JsonElement formula in ledger.GetProperty("formulas").EnumerateArray())
        {
            Assert.Equal(
                [
                    "equation",
                    "printed",
                    "printed_typst",
                    "quantity",
                    "domain",
                    "deviation",
                    "within",
                    "tolerance",
                    "reason",
                    "standing",
                    "related",
                ],
                Keys(formula)
            );
            Assert.Contains(formula.GetProperty("standing").GetString(), Standings);
        }
    }

    [Theory]
    [InlineData("C6a", "sample-ratio", "figure-1")] // drawn by the figure of its study
    [InlineData("C5b", "approximations", "figure-6")] // drawn by another figure
    [InlineData("C10c", "longest-delay", "figure-2")]
    [InlineData("C17b", "approximations")] // drawn by none
    [InlineData("E12", "critical-ratio", "figure-1")]
    public void Entries_name_the_figures_that_show_them(string id, string study, params string[] figures)
    {
        JsonElement entry = Entries().Single(one => one.GetProperty("id").GetString() == id);
        Assert.Equal(study, entry.GetProperty("studies")[0].GetString());
        Assert.Equal(
            figures,
            entry.GetProperty("figures").EnumerateArray().Select(figure => figure.GetString())
        );
    }

    [Fact]
    public void Exceptions_are_entries_and_their_figures_exist()
    {
        string?[] ids = [.. Entries().Select(entry => entry.GetProperty("id").GetString())];
        Assert.Subset(ids.ToHashSet(), VerdictsFigures.Exceptional.ToHashSet<string?>());
        Assert.All(
            Entries().SelectMany(entry => entry.GetProperty("figures").EnumerateArray()),
            figure =>
                Assert.True(
                    File.Exists(Path.Combine(QuickRun.Folder, "figures", $"{figure.GetString()}.svg"))
                )
        );
    }

    private static IEnumerable<JsonElement> Entries() =>
        new[] { "claims", "errata" }.SelectMany(kind => Ledger().GetProperty(kind).EnumerateArray());

    [Fact]
    public void The_quick_profile_is_said_to_judge_nothing()
    {
        string text = File.ReadAllText(Path.Combine(QuickRun.Folder, "verdicts.md"));
        Assert.Contains("**Warning: the quick profile", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verdicts_follow_from_the_numbers_beside_them()
    {
        foreach (JsonElement claim in Ledger().GetProperty("claims").EnumerateArray())
        {
            double distance = Math.Abs(Number("measured") - Number("predicted"));
            (double error, double width) = (Number("uncertainty"), Number("tolerance"));
            string expected =
                distance + error <= width ? "holds"
                : distance - error > width ? "fails"
                : "inconclusive";
            Assert.Equal(expected, claim.GetProperty("verdict").GetString());

            double Number(string key) => claim.GetProperty(key).GetDouble();
        }
    }

    [Fact]
    public void Without_all_results_there_are_no_verdicts()
    {
        using var folder = new TemporaryFolder();
        var outcome = QuickRun.Run("simulate", folder, "--study", "approximations");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(
            "verdicts.json: not written without all results",
            outcome.Error,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(folder.Path, "verdicts.json")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "approximations.times.csv")));
    }

    private static string[] Keys(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => property.Name)];
}
