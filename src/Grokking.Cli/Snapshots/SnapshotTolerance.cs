using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Grokking.Curves;

namespace Grokking.Cli.Snapshots;

/// <summary>
/// A line such as "t_*.mean: relative 1E-08, absolute 0, because …" in a verified file: what is tolerated in the
/// columns whose name fits the pattern. Of several that fit, the first counts.
/// </summary>
public sealed partial record SnapshotTolerance(string Pattern, ColumnTolerance Tolerance)
{
    /// <summary>What new snapshots begin with. All lie between 1e-9, which passes, and 1e-4, which fails.</summary>
    public static readonly SnapshotTolerance[] Usual =
    [
        New("epoch", 1e-8, 0, Given),
        New("lambda", 1e-8, 0, Given),
        New("gamma", 1e-8, 0, Given),
        New("d_out", 1e-8, 0, Given),
        New("n_train", 1e-8, 0, Given),
        New("epsilon", 1e-8, 0, Given),
        New("*-loss[*].*", 1e-7, 1e-30, "the eigenvalues' rounding times 4ηt leaves up to 1e-10"),
        New("*.mean", 1e-8, 0, "a mean of counts, of epochs or of correct samples, is exact"),
        New("*.standard-error", 1e-8, 0, "it comes from whole epochs"),
        New("*-accuracy[*].theory", 1e-7, 1e-30, "theory is good to 1e-9"),
        New("*-accuracy[*].*", 1e-8, 0, "a count of correct samples is exact"),
        New("*", 1e-7, 1e-30, "theory is good to 1e-9; the rest is for another platform's Math.Exp"),
    ];

    private const string Given = "it is given, exact but for the digits kept here";

    /// <summary>The first that fits a column.</summary>
    /// <exception cref="FormatException">None does.</exception>
    public static SnapshotTolerance Of(string column, IEnumerable<SnapshotTolerance> tolerances) =>
        tolerances.FirstOrDefault(one => one.Fits(column))
        ?? throw new FormatException($"no tolerance is given for column '{column}'");

    /// <summary>Whether a column's name fits the pattern.</summary>
    public bool Fits(string column) =>
        FileSystemName.MatchesSimpleExpression(Pattern, column, ignoreCase: false);

    /// <summary>Null if the line says something else.</summary>
    /// <exception cref="FormatException">It gives a tolerance that is none.</exception>
    public static SnapshotTolerance? Parse(string line)
    {
        if (Line().Match(line) is not { Success: true } match)
            return null;
        double relative = Number(match.Groups["relative"].Value);
        double absolute = Number(match.Groups["absolute"].Value);
        return relative is >= 0 and <= 1 && absolute is >= 0 and < double.PositiveInfinity
            ? New(match.Groups["pattern"].Value, relative, absolute, match.Groups["reason"].Value)
            : throw new FormatException(
                $"'{line}' is no tolerance; allowed: relative in [0, 1], absolute in [0, ∞)"
            );

        static double Number(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : double.NaN;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Pattern}: relative {Tolerance.Relative:R}, absolute {Tolerance.Absolute:R}, because {Tolerance.Reason}";

    private static SnapshotTolerance New(string pattern, double relative, double absolute, string reason) =>
        new(
            pattern,
            new ColumnTolerance
            {
                Relative = relative,
                Absolute = absolute,
                Reason = reason,
            }
        );

    [GeneratedRegex(
        "^(?<pattern>.+): relative (?<relative>[^ ,]+), absolute (?<absolute>[^ ,]+), because (?<reason>.+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Line();
}
