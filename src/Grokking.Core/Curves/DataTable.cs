namespace Grokking.Curves;

/// <summary>The numbers of one panel, as they are published and compared: named columns of equal length.</summary>
/// <param name="Panel">The panel's name, e.g. "losses"; part of a file name.</param>
/// <param name="Columns">At least one column; all have the same number of rows.</param>
public sealed record DataTable(string Panel, IReadOnlyList<DataColumn> Columns)
{
    /// <summary>Number of rows of every column.</summary>
    public int Rows => Columns[0].Values.Count;
}

/// <summary>One column of a <see cref="DataTable"/>.</summary>
/// <param name="Name">Quantity, setting and statistic, e.g. "training-loss[lambda=0.9].mean".</param>
/// <param name="Values">One value a row; null where the quantity does not exist.</param>
public sealed record DataColumn(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>A column whose every value exists.</summary>
    public static DataColumn Of(string name, IEnumerable<double> values) =>
        new(name, [.. values.Select(value => (double?)value)]);
}
