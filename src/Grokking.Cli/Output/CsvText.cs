using System.Globalization;
using System.Text;
using Grokking.Curves;

namespace Grokking.Cli.Output;

/// <summary>A table as CSV: a header line and one line a row; an absent value is an empty field.</summary>
internal static class CsvText
{
    /// <summary>What stands above the names of rows, where a table has them.</summary>
    public const string RowName = "id";

    /// <summary>The lines of a table.</summary>
    /// <param name="table">The numbers.</param>
    /// <param name="format">How a number is written, e.g. "R".</param>
    public static string Of(DataTable table, string format)
    {
        var text = new StringBuilder();
        Line(RowName, table.Columns.Select(column => Quoted(column.Name)));
        for (int row = 0; row < table.Rows; row++)
            Line(table.RowNames?[row], table.Columns.Select(column => Number(column.Values[row], format)));
        return text.ToString();

        void Line(string? name, IEnumerable<string> fields) =>
            text.AppendJoin(',', table.RowNames is null ? fields : fields.Prepend(Quoted(name!)))
                .Append('\n');
    }

    // Adding 0 turns −0 into 0, which is how people expect to read it.
    private static string Number(double? value, string format) =>
        value is null ? "" : (value.Value + 0.0).ToString(format, CultureInfo.InvariantCulture);

    private static string Quoted(string name) =>
        name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
