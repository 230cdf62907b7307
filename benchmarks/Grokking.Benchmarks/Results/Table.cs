namespace Grokking.Benchmarks.Results;

/// <summary>One table as people read it, on the terminal and in the report: text in cells, already rounded.</summary>
public sealed record Table
{
    /// <param name="title">What it is about, a few words.</param>
    /// <param name="columns">Heads of the columns, at least one.</param>
    /// <param name="rows">One cell a column in each.</param>
    /// <param name="note">What has to be known to read the numbers; empty if nothing.</param>
    /// <exception cref="ArgumentException">A row has another number of cells than there are columns.</exception>
    public Table(
        string title,
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<string>> rows,
        string note
    )
    {
        foreach (IReadOnlyList<string> row in rows)
            if (row.Count != columns.Count)
                throw new ArgumentException(
                    $"a row of '{title}' has {row.Count} cells for {columns.Count} columns",
                    nameof(rows)
                );
        (Title, Columns, Rows, Note) = (title, columns, rows, note);
    }

    public string Title { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    public string Note { get; }
}
