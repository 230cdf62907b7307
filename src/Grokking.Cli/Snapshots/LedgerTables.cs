using Grokking.Claims;
using Grokking.Curves;

namespace Grokking.Cli.Snapshots;

/// <summary>The ledger as tables of numbers, a row an entry, so that neither a tolerance nor a verdict changes unseen.</summary>
public static class LedgerTables
{
    /// <summary>What the tables are called, as a study is by its id.</summary>
    public const string Name = "ledger";

    /// <summary>The panels "claims", "errata" and "formulas"; verdicts and standings by their place in their enumerations.</summary>
    public static IReadOnlyList<DataTable> Of(Ledger ledger) =>
        [
            Table(
                "claims",
                ledger.Claims,
                claim => claim.Id,
                ("predicted", claim => claim.Predicted),
                ("measured", claim => claim.Measured),
                ("uncertainty", claim => claim.Uncertainty),
                ("tolerance", claim => claim.Tolerance),
                ("verdict", claim => (int)claim.Verdict)
            ),
            Table(
                "errata",
                ledger.Errata,
                erratum => erratum.Id,
                ("printed", erratum => erratum.Decision.Printed),
                ("derived", erratum => erratum.Decision.Derived),
                ("measured", erratum => erratum.Decision.Measured.Value),
                ("uncertainty", erratum => erratum.Decision.Measured.Uncertainty),
                ("stands", erratum => erratum.Decision.Stands ? 1 : 0)
            ),
            Table(
                "formulas",
                ledger.Formulas,
                formula => formula.Equation,
                ("deviation", formula => formula.Deviation),
                ("deviation-within", formula => formula.Within?.Deviation),
                ("tolerance", formula => formula.Tolerance.Width),
                ("standing", formula => (int)formula.Standing)
            ),
        ];

    private static DataTable Table<TEntry>(
        string panel,
        IReadOnlyList<TEntry> entries,
        Func<TEntry, string> name,
        params IEnumerable<(string Name, Func<TEntry, double?> Value)> columns
    ) =>
        new(
            panel,
            [.. columns.Select(column => new DataColumn(column.Name, [.. entries.Select(column.Value)]))]
        )
        {
            RowNames = [.. entries.Select(name)],
        };
}
