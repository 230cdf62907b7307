namespace Grokking.Curves;

/// <summary>The numbers of one panel, as they are published and compared: named columns of equal length.</summary>
/// <param name="Panel">The panel's name, e.g. "losses"; part of a file name.</param>
/// <param name="Columns">At least one column; all have the same number of rows.</param>
public sealed record DataTable(string Panel, IReadOnlyList<DataColumn> Columns)
{
    /// <summary>A name a row, where rows stand for things rather than places on an axis; null if they have none.</summary>
    public IReadOnlyList<string>? RowNames { get; init; }

    /// <summary>Number of rows of every column.</summary>
    public int Rows => Columns[0].Values.Count;
}
