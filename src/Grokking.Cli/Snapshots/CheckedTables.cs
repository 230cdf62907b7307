using Grokking.Claims;
using Grokking.Curves;

namespace Grokking.Cli.Snapshots;

/// <summary>The tables of a study or of the ledger, to be compared with what was verified or to take its place.</summary>
/// <param name="Name">What its files are called: like its figure if it has one.</param>
/// <param name="OtherName">What else it is called on the command line: a figure's study by its id.</param>
/// <param name="Tables">A table a panel.</param>
internal sealed record CheckedTables(string Name, string OtherName, IReadOnlyList<DataTable> Tables)
{
    public static CheckedTables Of(FinishedStudy finished) =>
        new(Recipe.NameOf(finished.Study), finished.Study.Id, [.. finished.Result.Tables()]);

    public static CheckedTables Of(Ledger ledger) =>
        new(LedgerTables.Name, LedgerTables.Name, LedgerTables.Of(ledger));

    /// <summary>Whether it is one of several that were named.</summary>
    public bool IsAmong(IEnumerable<string> names) => names.Any(name => name == Name || name == OtherName);

    /// <summary>The name of a table's files.</summary>
    public string FileOf(DataTable table) => $"{Name}.{table.Panel}";

    /// <summary>Takes all tables as verified, and none else.</summary>
    public void Accept(NumericSnapshot snapshot)
    {
        foreach (DataTable table in Tables)
            snapshot.Accept(FileOf(table), table);
        foreach (string gone in Gone(snapshot))
            snapshot.Remove(gone);
    }

    /// <summary>How the tables differ from what was verified; a table that is there no more differs, too.</summary>
    public IReadOnlyList<(DataTable Table, TableDifference Difference)> Differences(
        NumericSnapshot snapshot
    ) =>
        [
            .. Tables.SelectMany(table => Differences(snapshot, table).Select(one => (table, one))),
            .. Gone(snapshot)
                .Select(gone =>
                    (
                        new DataTable(gone, []),
                        new TableDifference(gone, "a table", "none", double.PositiveInfinity)
                    )
                ),
        ];

    private IReadOnlyList<TableDifference> Differences(NumericSnapshot snapshot, DataTable table)
    {
        try
        {
            return snapshot.Differences(FileOf(table), table);
        }
        catch (FormatException damage)
        {
            return
            [
                new TableDifference(FileOf(table), "a snapshot", damage.Message, double.PositiveInfinity),
            ];
        }
    }

    /// <summary>What was verified under the name and is there no more.</summary>
    private string[] Gone(NumericSnapshot snapshot) =>
        [
            .. snapshot
                .Names.Where(name => name.StartsWith($"{Name}.", StringComparison.Ordinal))
                .Except(Tables.Select(FileOf)),
        ];
}
