using System.Globalization;
using System.Text;
using Grokking.Curves;

namespace Grokking.Cli.Tests.Snapshots;

/// <summary>
/// A table that was looked at once and has to stay: <c>name.verified.csv</c>, compared as numbers. On a
/// difference <c>name.received.csv</c> is written beside it; to accept it, rename it to <c>.verified.csv</c>. The
/// names are those of Verify, which could take over but for the tolerances.
/// </summary>
/// <remarks>
/// The comment lines on top of a verified file are part of it: how many rows the table has and which of them are
/// kept, and for every column whose name fits a pattern the tolerance with its reason.
/// </remarks>
/// <param name="folder">Where the verified files lie.</param>
internal sealed class NumericSnapshot(string folder)
{
    /// <summary>Longer tables are thinned to about this many rows.</summary>
    private const int EnoughRows = 150;

    /// <summary>The names of all that was verified.</summary>
    public IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(folder, "*.verified.csv")
            .Select(path => Path.GetFileName(path)[..^".verified.csv".Length]);

    /// <summary>Compares a table with what was verified under a name; no line if they agree.</summary>
    public IReadOnlyList<string> Differences(string name, DataTable actual)
    {
        string verified = Path.Combine(folder, $"{name}.verified.csv");
        string received = Path.Combine(folder, $"{name}.received.csv");
        IReadOnlyList<string> differences = File.Exists(verified)
            ? Compare(CsvFile.Read(verified), actual)
            : [$"there is no {name}.verified.csv"];
        if (differences.Count > 0)
            File.WriteAllText(received, Text(actual, Tolerances(verified)));
        else
            File.Delete(received);
        return differences;
    }

    private static IReadOnlyList<string> Compare(CsvFile verified, DataTable actual)
    {
        SnapshotTolerance[] tolerances =
        [
            .. verified.Comments.Select(SnapshotTolerance.Parse).OfType<SnapshotTolerance>(),
        ];
        if (!verified.Comments.Contains(Extent(actual)))
            return [$"the table has {Extent(actual)}, which the verified file does not say"];
        return
        [
            .. TableComparison
                .Differences(
                    verified.Table,
                    Thinned(actual),
                    column => SnapshotTolerance.Of(column, tolerances).Tolerance
                )
                .Select(difference => difference.ToString()),
        ];
    }

    private static IEnumerable<SnapshotTolerance> Tolerances(string verified) =>
        File.Exists(verified)
            ? CsvFile.Read(verified).Comments.Select(SnapshotTolerance.Parse).OfType<SnapshotTolerance>()
            : SnapshotTolerance.Usual;

    private static int Step(DataTable table) => (table.Rows + EnoughRows - 1) / EnoughRows;

    private static string Extent(DataTable table) =>
        Step(table) == 1
            ? $"rows: {table.Rows}"
            : $"rows: {table.Rows}, of which every {Step(table)}th is kept";

    private static DataTable Thinned(DataTable table) =>
        table with
        {
            Columns =
            [
                .. table.Columns.Select(column =>
                    column with
                    {
                        Values = [.. column.Values.Where((_, row) => row % Step(table) == 0)],
                    }
                ),
            ],
        };

    private static string Text(DataTable table, IEnumerable<SnapshotTolerance> tolerances)
    {
        var text = new StringBuilder();
        text.Append($"# {Extent(table)}\n");
        foreach (SnapshotTolerance tolerance in tolerances)
            if (table.Columns.Any(column => tolerance.Fits(column.Name)))
                text.Append($"# {tolerance}\n");
        DataTable kept = Thinned(table);
        text.AppendJoin(',', kept.Columns.Select(column => Quoted(column.Name))).Append('\n');
        for (int row = 0; row < kept.Rows; row++)
            text.AppendJoin(',', kept.Columns.Select(column => Number(column.Values[row]))).Append('\n');
        return text.ToString();
    }

    // Twelve digits: a thousand times finer than the finest tolerance, and shorter than what round-trips.
    private static string Number(double? value) => value?.ToString("G12", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string name) =>
        name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
