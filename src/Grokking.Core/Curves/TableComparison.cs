namespace Grokking.Curves;

/// <summary>Compares tables of numbers as numbers.</summary>
public static class TableComparison
{
    private const string Nothing = "nothing";

    /// <summary>
    /// All differences between two tables, the worst first; none if they agree. Columns are compared by position
    /// and name, so that a lost, new, renamed or moved one is a difference; so is another number of rows or, where rows have
    /// names, another name. A value that does not exist agrees with another such alone, an infinite one with itself, NaN with nothing.
    /// </summary>
    /// <param name="expected">What the table should be.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="tolerance">The tolerance of a column, by its name.</param>
    public static IReadOnlyList<TableDifference> Differences(
        DataTable expected,
        DataTable actual,
        Func<string, ColumnTolerance> tolerance
    ) =>
        [
            .. OfRowNames(expected.RowNames ?? [], actual.RowNames ?? [])
                .Concat(
                    Enumerable
                        .Range(0, Math.Max(expected.Columns.Count, actual.Columns.Count))
                        .SelectMany(i =>
                            OfColumns(
                                i,
                                expected.Columns.ElementAtOrDefault(i),
                                actual.Columns.ElementAtOrDefault(i),
                                expected.RowNames,
                                tolerance
                            )
                        )
                )
                .OrderByDescending(difference => difference.Excess),
        ];

    private static IEnumerable<TableDifference> OfRowNames(
        IReadOnlyList<string> expected,
        IReadOnlyList<string> actual
    ) =>
        Enumerable
            .Range(0, Math.Max(expected.Count, actual.Count))
            .Select(row =>
                (Row: row, Old: expected.ElementAtOrDefault(row), New: actual.ElementAtOrDefault(row))
            )
            .Where(one => one.Old != one.New)
            .Select(one => Shape($"name of row {one.Row}", Quoted(one.Old), Quoted(one.New)));

    private static IEnumerable<TableDifference> OfColumns(
        int position,
        DataColumn? expected,
        DataColumn? actual,
        IReadOnlyList<string>? rowNames,
        Func<string, ColumnTolerance> tolerance
    )
    {
        if (expected is null || actual is null || expected.Name != actual.Name)
            return [Shape($"column {position}", Quoted(expected?.Name), Quoted(actual?.Name))];
        if (expected.Values.Count != actual.Values.Count)
            return
            [
                Shape(
                    $"rows of column '{expected.Name}'",
                    $"{expected.Values.Count}",
                    $"{actual.Values.Count}"
                ),
            ];
        ColumnTolerance allowed = tolerance(expected.Name);
        return expected
            .Values.Zip(actual.Values, (e, a) => (Expected: e, Actual: a, Excess: Excess(e, a, allowed)))
            .Select((pair, row) => (pair.Expected, pair.Actual, pair.Excess, Row: row))
            .Where(one => one.Excess > 1)
            .Select(one => new TableDifference(
                $"column '{expected.Name}', row {rowNames?.ElementAtOrDefault(one.Row) ?? $"{one.Row}"}",
                Text(one.Expected),
                Text(one.Actual),
                one.Excess,
                one.Expected is null or 0 || one.Actual is null
                    ? null
                    : Math.Abs((one.Actual.Value / one.Expected.Value) - 1),
                expected.Name
            ));
    }

    private static double Excess(double? expected, double? actual, ColumnTolerance allowed)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null ? 0 : double.PositiveInfinity;
        if (expected == actual)
            return 0;
        double excess = Math.Abs(actual.Value - expected.Value) / allowed.Around(expected.Value);
        return double.IsNaN(excess) ? double.PositiveInfinity : excess;
    }

    private static TableDifference Shape(string where, string expected, string actual) =>
        new(where, expected, actual, double.PositiveInfinity);

    private static string Quoted(string? name) => name is null ? Nothing : $"'{name}'";

    private static string Text(double? value) => value is null ? Nothing : $"{value.Value:R}";
}
