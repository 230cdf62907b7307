using System.Text;
using Grokking.Cli.Output;
using Grokking.Curves;

namespace Grokking.Cli.Snapshots;

/// <summary>
/// A table that was looked at once and has to stay: <c>name.verified.csv</c>, compared as numbers. On a
/// difference <c>name.received.csv</c> is written beside it; to accept it, rename it to <c>.verified.csv</c>. The
/// names are those of Verify, which could take over but for the tolerances.
/// </summary>
/// <remarks>
/// The comment lines on top of a verified file are part of it: how many rows the table has and which of them are
/// kept, for every column whose name fits a pattern the tolerance with its reason, and what guards it all, a <see
/// cref="SnapshotSeal"/>.
/// </remarks>
/// <param name="folder">Where the verified files lie.</param>
/// <param name="receivedFolder">Where received files go; beside the verified ones if null.</param>
public sealed class NumericSnapshot(string folder, string? receivedFolder = null)
{
    /// <summary>Longer tables are thinned to about this many rows.</summary>
    private const int EnoughRows = 150;

    private const string VerifiedSuffix = ".verified.csv";

    /// <summary>The names of all that was verified.</summary>
    public IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(folder, "*" + VerifiedSuffix)
            .Select(path => Path.GetFileName(path)[..^VerifiedSuffix.Length]);

    /// <summary>What was verified under a name; null if nothing was.</summary>
    /// <exception cref="FormatException">The file is damaged.</exception>
    public DataTable? Verified(string name) => File.Exists(VerifiedPath(name)) ? Read(name).Table : null;

    /// <summary>Compares a table with what was verified under a name; nothing if they agree, else the worst first.</summary>
    /// <exception cref="FormatException">The verified file is damaged.</exception>
    public IReadOnlyList<TableDifference> Differences(string name, DataTable actual)
    {
        string received = Path.Combine(receivedFolder ?? folder, $"{name}.received.csv");
        IReadOnlyList<TableDifference> differences = File.Exists(VerifiedPath(name))
            ? Compare(Read(name), actual)
            : [NotComparable($"{name}{VerifiedSuffix}", "a file", "none")];
        if (differences.Count > 0)
            AtomicFile.Write(received, Text(actual, Tolerances(name, actual)));
        else
            File.Delete(received);
        return differences;
    }

    /// <summary>
    /// Takes a table as verified, keeping the tolerances that were written for it; a file that agrees with it stays as it
    /// is, last digits included.
    /// </summary>
    /// <exception cref="Failure">One of these is none.</exception>
    public void Accept(string name, DataTable table)
    {
        try
        {
            if (!Agrees(name, table))
                AtomicFile.Write(VerifiedPath(name), Text(table, Tolerances(name, table)));
        }
        catch (FormatException bad)
        {
            throw new Failure($"'{VerifiedPath(name)}' cannot be accepted: {bad.Message}", bad);
        }
    }

    /// <summary>Forgets what was verified under a name.</summary>
    public void Remove(string name) => File.Delete(VerifiedPath(name));

    private CsvFile Read(string name)
    {
        var file = CsvFile.Read(VerifiedPath(name));
        return SnapshotSeal.Broken(PlainFile.Text(VerifiedPath(name))) is { } broken
            ? throw new FormatException($"{name}{VerifiedSuffix}: {broken}")
            : file;
    }

    private bool Agrees(string name, DataTable table)
    {
        try
        {
            return File.Exists(VerifiedPath(name)) && Compare(Read(name), table).Count == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private string VerifiedPath(string name) => Path.Combine(folder, name + VerifiedSuffix);

    private static IReadOnlyList<TableDifference> Compare(CsvFile verified, DataTable actual)
    {
        SnapshotTolerance[] tolerances = [.. Tolerances(verified)];
        return verified.Comments.Contains(Extent(actual))
            ? TableComparison.Differences(
                verified.Table,
                Thinned(actual),
                column => SnapshotTolerance.Of(column, tolerances).Tolerance
            )
            : [NotComparable("rows", verified.Comments.FirstOrDefault() ?? "no comment", Extent(actual))];
    }

    /// <summary>
    /// What is tolerated in a table's columns: what was written for it, and of the usual what counts for a column that
    /// nothing else fits. A reason that is another column's would mislead.
    /// </summary>
    private SnapshotTolerance[] Tolerances(string name, DataTable table)
    {
        SnapshotTolerance[] written = [.. Written(name)];
        SnapshotTolerance[] all = [.. written.Concat(SnapshotTolerance.Usual).DistinctBy(one => one.Pattern)];
        return
        [
            .. written,
            .. all.Skip(written.Length)
                .Where(one => table.Columns.Any(column => SnapshotTolerance.Of(column.Name, all) == one)),
        ];
    }

    // Read by itself, so that tolerances survive numbers that are damaged or gone.
    private IEnumerable<SnapshotTolerance> Written(string name) =>
        File.Exists(VerifiedPath(name))
            ? File.ReadLines(VerifiedPath(name))
                .TakeWhile(line => line.StartsWith('#'))
                .Select(line => SnapshotTolerance.Parse(line[1..].Trim()))
                .OfType<SnapshotTolerance>()
            : [];

    private static IEnumerable<SnapshotTolerance> Tolerances(CsvFile file) =>
        file.Comments.Select(SnapshotTolerance.Parse).OfType<SnapshotTolerance>();

    private static TableDifference NotComparable(string where, string expected, string actual) =>
        new(where, expected, actual, double.PositiveInfinity);

    private static int Step(DataTable table) => (table.Rows + EnoughRows - 1) / EnoughRows;

    private static string Extent(DataTable table) =>
        Step(table) == 1
            ? $"rows: {table.Rows}"
            : $"rows: {table.Rows}, of which every {Step(table)}th is kept";

    /// <summary>The rows that are kept of a long table: evenly spread, the first included.</summary>
    public static DataTable Thinned(DataTable table) =>
        table with
        {
            RowNames = table.RowNames?.Where((_, row) => row % Step(table) == 0).ToArray(),
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
        // Twelve digits: a thousand times finer than the finest tolerance, and shorter than what round-trips.
        return SnapshotSeal.Between(text.ToString(), CsvText.Of(Thinned(table), "G12"));
    }
}
