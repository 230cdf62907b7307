using System.Globalization;
using System.Text.Json.Nodes;
using Grokking.Cli.Snapshots;

namespace Grokking.Cli.Tests;

/// <summary>`check` guards the ledger as it guards the studies; snapshots are copies here.</summary>
public sealed class CheckLedgerTests : IDisposable
{
    private readonly TemporaryFolder folder = QuickRun.Copy();
    private readonly TemporaryFolder snapshots = new();

    public CheckLedgerTests() => snapshots.CopyFrom(Path.Combine(Repository.Root, "tests", "Snapshots"));

    public void Dispose()
    {
        folder.Dispose();
        snapshots.Dispose();
    }

    /// <summary>What was verified is changed, which is the same as changing what is judged.</summary>
    [Theory]
    [InlineData("claims", "C9", 4, "column 'tolerance', row C9: ")] // a widened tolerance
    [InlineData("claims", "C9", 5, "column 'verdict', row C9: ")]
    [InlineData("claims", "C1a", 0, "name of row 0: ")]
    [InlineData("errata", "E26", 1, "column 'printed', row E26: ")]
    [InlineData("errata", "E26", 5, "column 'stands', row E26: ")]
    [InlineData("formulas", "eq. 9", 3, "column 'tolerance', row eq. 9: ")]
    [InlineData("formulas", "eq. 9", 4, "column 'standing', row eq. 9: ")]
    public void What_changed_in_an_entry_is_told(string panel, string entry, int column, string where)
    {
        string path = snapshots["quick", $"ledger.{panel}.verified.csv"];
        Seal(
            path,
            File.ReadAllLines(path)
                .Select(line => line.StartsWith($"{entry},", StringComparison.Ordinal) ? Changed(line) : line)
        );
        AssertRed($"  ledger, panel {panel}, {where}");
        Check("--accept", "ledger").AssertSucceeded();
        Check().AssertSucceeded();

        string Changed(string line)
        {
            string[] fields = line.Split(',');
            fields[column] = column == 0 ? "C0" : "7";
            return string.Join(',', fields);
        }
    }

    [Fact]
    public void An_entry_that_is_gone_is_missed()
    {
        string path = snapshots["quick", "ledger.claims.verified.csv"];
        string[] lines = File.ReadAllLines(path);
        int rows = int.Parse(lines[0].Split(' ')[^1], CultureInfo.InvariantCulture);
        Seal(path, [$"# rows: {rows + 1}", .. lines[1..], "C18,0,0,0,1,1"]);
        AssertRed("  ledger, panel claims, rows: ");
    }

    [Fact]
    public void A_verdict_that_turns_is_told_beside_the_number_that_turns_it()
    {
        CachedResult.Change(
            folder,
            "approximations",
            result =>
            {
                foreach (JsonNode? row in result["times"]!.AsArray())
                    CachedResult.Scale(row, "eq12", 2);
            }
        );
        AssertRed("  ledger, panel claims, column 'verdict', row C6b: expected 1, found 2, ");
    }

    [Fact]
    public void A_part_of_the_studies_is_checked_without_the_ledger()
    {
        File.Delete(snapshots["quick", "ledger.claims.verified.csv"]);
        Check("--study", "approximations").AssertSucceeded();
        AssertRed("  ledger, panel claims, ledger.claims.verified.csv: expected a file, found none");
    }

    /// <summary>Writes a snapshot as if it had been accepted so.</summary>
    private static void Seal(string path, IEnumerable<string> lines)
    {
        string[] all = [.. lines.Where(line => !line.StartsWith("# sha256 ", StringComparison.Ordinal))];
        File.WriteAllText(
            path,
            SnapshotSeal.Between(
                Text(all.TakeWhile(line => line.StartsWith('#'))),
                Text(all.SkipWhile(line => line.StartsWith('#')))
            )
        );

        static string Text(IEnumerable<string> some) => string.Concat(some.Select(line => line + '\n'));
    }

    private void AssertRed(string start)
    {
        var outcome = Check();
        Assert.Equal(ExitCode.CheckFailed, outcome.ExitCode);
        Assert.Contains(outcome.ErrorLines, line => line.StartsWith(start, StringComparison.Ordinal));
    }

    private GrokkingProcess.Outcome Check(params string[] more) =>
        QuickRun.Run("check", folder, ["--snapshots", snapshots.Path, .. more]);
}
