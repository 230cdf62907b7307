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

    /// <summary>Compares what two folders publish: one line for bytes, one for each numeric promise.</summary>
    public static IReadOnlyList<Rung> Of(Variation variation, OutputFolder one, OutputFolder other)
    {
        string[] names = [.. Results(one).Union(Results(other)).Order(StringComparer.Ordinal)];
        string[] different = [.. names.Where(name => !AreSame(one, other, name))];
        string[] tables = [.. names.Where(name => Path.GetExtension(name) == ".csv")];
        ILookup<NumericPromise, (double Size, string Where)> differences = tables
            .SelectMany(name => Differences(one, other, name))
            .ToLookup(difference => difference.Promise, difference => (difference.Size, difference.Where));
        if (variation.KeepsBytes)
            return
            [
                Make(
                    variation,
                    $"{names.Length} files",
                    different.Length == 0,
                    [.. differences.SelectMany(group => group)],
                    "bit-identical",
                    _ => different.Length == 0
                ),
            ];
        return
        [
            .. NumericPromise
                .All.Select(promise =>
                    (Promise: promise, Count: tables.Count(name => IsPromised(one, name, promise)))
                )
                .Where(part => part.Count > 0)
                .Select(part =>
                    Make(
                        variation,
                        $"{part.Count} tables, {part.Promise.Kind}",
                        !differences[part.Promise].Any(),
                        [.. differences[part.Promise]],
                        $"within {part.Promise.Tolerance.Relative:G1}",
                        size => size <= part.Promise.Tolerance.Relative
                    )
                ),
        ];
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

    private static Rung Make(
        Variation variation,
        string compared,
        bool identical,
        (double Size, string Where)[] differences,
        string promised,
        Func<double, bool> isKept
    )
    {
        var (size, where) = differences.Length == 0 ? (0, null) : differences.MaxBy(one => one.Size);
        return new Rung(variation.What, compared, identical, size, where, promised, isKept(size));
    }

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

    private static bool IsPromised(OutputFolder folder, string name, NumericPromise promise) =>
        Table(folder, name)
            ?.Columns.Any(column => NumericPromise.For(Path.GetFileName(name), column.Name) == promise)
        == true;

    private static IEnumerable<(NumericPromise Promise, double Size, string Where)> Differences(
        OutputFolder one,
        OutputFolder other,
        string name
    )
    {
        string file = Path.GetFileName(name);
        if (Table(one, name) is not { } expected || Table(other, name) is not { } actual)
            return [(NumericPromise.All[0], double.PositiveInfinity, $"{file}, which only one has")];
        return TableComparison
            .Differences(expected, actual, column => Finest(NumericPromise.For(file, column).Tolerance))
            .Select(difference =>
                (
                    NumericPromise.For(file, difference.Column ?? ""),
                    difference.Excess * Unit,
                    $"{file}, {difference.Column ?? difference.Where}"
                )
            );
    }

    private static DataTable? Table(OutputFolder folder, string name)
    {
        string path = Path.Combine(folder.Root, name);
        return File.Exists(path) ? CsvFile.Read(path).Table : null;
    }

    /// <summary>The same tolerance, scaled down to the unit.</summary>
    private static ColumnTolerance Finest(ColumnTolerance promised) =>
        promised with
        {
            Relative = Unit,
            Absolute = promised.Absolute / promised.Relative * Unit,
        };
}
