using System.Globalization;
using Grokking.Cli.Output;
using Grokking.Cli.Snapshots;
using Grokking.Curves;

namespace Grokking.Cli.Reproducibility;

/// <summary>One line of the ladder from the same bytes to the same numbers: what two runs were found to share.</summary>
/// <param name="Varied">What was varied.</param>
/// <param name="Compared">Which files were compared, for people.</param>
/// <param name="Identical">Whether all have the same bytes.</param>
/// <param name="Difference">The largest relative difference; ∞ if something cannot be compared.</param>
/// <param name="Where">The table and column with that difference; null if there is none.</param>
/// <param name="Promised">What was promised, for people.</param>
/// <param name="IsKept">Whether the promise was kept.</param>
public sealed record Rung(
    string Varied,
    string Compared,
    bool Identical,
    double Difference,
    string? Where,
    string Promised,
    bool IsKept
)
{
    // Finer than neighbouring doubles, so that every difference counts and its excess is its size in this unit.
    private const double Unit = 1e-16;

    private static readonly ColumnTolerance Finest = NumericPromise.Tolerance with
    {
        Relative = Unit,
        Absolute = NumericPromise.Tolerance.Absolute / NumericPromise.Tolerance.Relative * Unit,
    };

    /// <summary>Compares what two folders publish: by their bytes, or number by number, as the variation promises.</summary>
    public static Rung Of(Variation variation, OutputFolder one, OutputFolder other)
    {
        string[] names = [.. Results(one).Union(Results(other)).Order(StringComparer.Ordinal)];
        string[] different = [.. names.Where(name => !AreSame(one, other, name))];
        string[] tables = [.. names.Where(name => Path.GetExtension(name) == ".csv")];
        var (size, where) = tables
            .SelectMany(name => Differences(one, other, name))
            .DefaultIfEmpty((Size: 0, Where: null))
            .MaxBy(difference => difference.Size);
        return variation.KeepsBytes
            ? new(
                variation.What,
                $"{names.Length} files",
                different.Length == 0,
                size,
                where,
                "bit-identical",
                different.Length == 0
            )
            : new(
                variation.What,
                $"{tables.Length} tables",
                where is null,
                size,
                where,
                $"within {NumericPromise.Tolerance.Relative:G1}",
                size <= NumericPromise.Tolerance.Relative
            );
    }

    /// <summary>The line's fields as they are printed, in the order of <see cref="Ladder"/>'s columns.</summary>
    public IReadOnlyList<string> Cells =>
        [
            Varied,
            Compared,
            Identical ? "yes" : "no",
            Where is null ? "0" : Difference.ToString("G2", CultureInfo.InvariantCulture),
            Where ?? "–",
            Promised,
            IsKept ? "kept" : "broken",
        ];

    private static IEnumerable<string> Results(OutputFolder folder) =>
        Manifest
            .Published(folder)
            .Where(name =>
                name.StartsWith("data/", StringComparison.Ordinal)
                || name.StartsWith("verdicts.", StringComparison.Ordinal)
            );

    private static bool AreSame(OutputFolder one, OutputFolder other, string name)
    {
        string[] paths = [Path.Combine(one.Root, name), Path.Combine(other.Root, name)];
        return Array.TrueForAll(paths, File.Exists)
            && File.ReadAllBytes(paths[0]).AsSpan().SequenceEqual(File.ReadAllBytes(paths[1]));
    }

    private static IEnumerable<(double Size, string? Where)> Differences(
        OutputFolder one,
        OutputFolder other,
        string name
    )
    {
        string file = Path.GetFileName(name);
        return Table(one, name) is { } expected && Table(other, name) is { } actual
            ? TableComparison
                .Differences(expected, actual, _ => Finest)
                .Select(difference =>
                    (difference.Excess * Unit, (string?)$"{file}, {difference.Column ?? difference.Where}")
                )
            : [(double.PositiveInfinity, $"{file}, which only one has")];
    }

    private static DataTable? Table(OutputFolder folder, string name)
    {
        string path = Path.Combine(folder.Root, name);
        return File.Exists(path) ? CsvFile.Read(path).Table : null;
    }
}
