using Grokking.Cli.Snapshots;
using Grokking.Curves;

namespace Grokking.Cli.Tests.Snapshots;

/// <summary>The quick profile's numbers stay what they were when they were looked at.</summary>
public sealed class QuickProfileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Snapshots", "quick");

    private static string[] Published() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(QuickRun.Folder, "data"), "*.csv")
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Order(StringComparer.Ordinal),
        ];

    private static DataTable Table(string name) =>
        CsvFile.Read(Path.Combine(QuickRun.Folder, "data", $"{name}.csv")).Table;

    [Fact]
    public void Every_table_is_what_was_verified()
    {
        var snapshot = new NumericSnapshot(Folder);
        string[] differences =
        [
            .. Published()
                .SelectMany(name =>
                    snapshot
                        .Differences(name, Table(name))
                        .Take(3)
                        .Select(difference => $"{name}: {difference}")
                ),
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Every_verified_table_is_still_published_or_the_ledgers() =>
        Assert.Equal(
            [.. Published(), "ledger.claims", "ledger.errata", "ledger.formulas"],
            new NumericSnapshot(Folder)
                .Names.OrderBy(name => name.StartsWith("ledger.", StringComparison.Ordinal))
                .ThenBy(name => name, StringComparer.Ordinal)
        );

    [Fact]
    public void A_change_of_1e_4_in_any_column_is_seen_and_one_of_1e_9_is_not()
    {
        using var folder = new TemporaryFolder();
        folder.CopyFrom(Folder);
        var snapshot = new NumericSnapshot(folder.Path);
        foreach (string name in Published())
        {
            DataTable table = Table(name);
            for (int column = 0; column < table.Columns.Count; column++)
            {
                // A column of zeros and blanks has no relative change.
                if (table.Columns[column].Values.All(value => value is null or 0))
                    continue;
                string where = $"{name}, column '{table.Columns[column].Name}'";
                Assert.True(
                    snapshot.Differences(name, Changed(table, column, 1e-4)).Count > 0,
                    $"{where}: a change of 1e-4 is not seen"
                );
                Assert.True(
                    snapshot.Differences(name, Changed(table, column, 1e-9)).Count == 0,
                    $"{where}: a change of 1e-9 is too much"
                );
            }
        }
    }

    private static DataTable Changed(DataTable table, int column, double by) =>
        table with
        {
            Columns =
            [
                .. table.Columns.Select(
                    (one, i) =>
                        i == column
                            ? one with
                            {
                                Values = [.. one.Values.Select(value => value * (1 + by))],
                            }
                            : one
                ),
            ],
        };
}
