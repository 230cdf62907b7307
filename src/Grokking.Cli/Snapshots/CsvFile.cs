using System.Globalization;
using Grokking.Cli.Output;
using Grokking.Curves;

namespace Grokking.Cli.Snapshots;

/// <summary>A table read back from CSV, with the comment lines that may stand above it.</summary>
/// <param name="Comments">The lines that begin with '#', without it.</param>
/// <param name="Table">The numbers; an empty field is a value that does not exist.</param>
public sealed record CsvFile(IReadOnlyList<string> Comments, DataTable Table)
{
    /// <exception cref="FormatException">The text is no table of numbers; the message names the file.</exception>
    public static CsvFile Read(string path) => Parse(PlainFile.Text(path), Path.GetFileName(path));

    public static CsvFile Parse(string text, string name)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        string[] comments =
        [
            .. lines.TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].Trim()),
        ];
        if (comments.Length == lines.Length || lines[comments.Length].Length == 0)
            throw new FormatException($"{name}: no line with the names of the columns");
        string[] header = Fields(lines[comments.Length]);
        string[][] rows = [.. lines.Skip(comments.Length + 1).Select(Fields)];
        if (Array.Find(rows, row => row.Length != header.Length) is string[] odd)
            throw new FormatException($"{name}: {odd.Length} fields under {header.Length} names");
        bool isNamed = header[0] == CsvText.RowName;
        return new CsvFile(
            comments,
            new DataTable(
                name,
                [
                    .. header
                        .Select((column, i) => (Name: column, Place: i))
                        .Skip(isNamed ? 1 : 0)
                        .Select(column => new DataColumn(
                            column.Name,
                            [.. rows.Select(row => Number(row[column.Place]))]
                        )),
                ]
            )
            {
                RowNames = isNamed ? [.. rows.Select(row => row[0])] : null,
            }
        );
    }

    /// <summary>Splits at commas that stand outside quotes: those after an even number of quotes.</summary>
    private static string[] Fields(string line)
    {
        var quoted = false;
        string marked = string.Concat(
            line.Select(c => (quoted ^= c == '"') || c != ',' ? c : '\n') // no line holds a line break
        );
        return [.. marked.Split('\n').Select(field => field.Trim('"'))];
    }

    private static double? Number(string field) =>
        field.Length == 0 ? null : double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);
}
