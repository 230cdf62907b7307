using System.Text.Json;

namespace Grokking.Cli.Tests;

/// <summary>The ledger as a reviewer finds it.</summary>
public sealed class VerdictsTests
{
    private static readonly string[] Verdicts = ["holds", "fails", "inconclusive", "not-tested"];

    private static JsonElement Ledger() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "verdicts.json"))).RootElement;

    [Fact]
    public void Every_entry_has_just_the_promised_keys()
    {
        JsonElement ledger = Ledger();
        Assert.Equal(["claims", "errata", "command", "results"], Keys(ledger));
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
                    "tolerance",
                    "reason",
                    "verdict",
                    "command",
                ],
                Keys(claim)
            );
            Assert.Contains(claim.GetProperty("verdict").GetString(), Verdicts);
            Assert.StartsWith("grokking simulate --profile quick", claim.GetProperty("command").GetString());
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
                    "evidence",
                    "command",
                ],
                Keys(erratum)
            );
            Assert.NotEmpty(erratum.GetProperty("evidence").EnumerateObject());
        }
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
        Assert.Contains("verdicts: not given without all results", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "verdicts.json")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "approximations.times.csv")));
    }

    private static string[] Keys(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => property.Name)];
}
