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
    /// <summary>What new snapshots begin with. All for studies lie between 1e-9, which passes, and 1e-4, which fails.</summary>
    public static readonly SnapshotTolerance[] Usual =
    [
        New("epoch", 1e-8, 0, Given),
        New("lambda", 1e-8, 0, Given),
        New("gamma", 1e-8, 0, Given),
        New("d_out", 1e-8, 0, Given),
        New("n_train", 1e-8, 0, Given),
        New("epsilon", 1e-8, 0, Given),
        New("*-loss[*].*", 1e-7, 1e-30, "the eigenvalues' rounding times 4ηt leaves up to 1e-10"),
        New(
            "excess.*",
            1e-7,
            1e-30,
            "a difference of losses: the eigenvalues' rounding times 4ηt leaves up to 1e-10"
        ),
        New("h[*].*", 1e-7, 1e-30, "a norm of weights is as good as the losses"),
        New("output-weights[*].*", 1e-7, 1e-30, "a norm of weights is as good as the losses"),
        New("distance[*].*", 1e-7, 1e-30, "a norm of weights is as good as the losses"),
        New("*-deviation.mean", 1e-7, 1e-30, "the logarithm of a loss is as good as the loss"),
        New("*.mean", 1e-8, 0, "a mean of counts, of epochs or of correct samples, is exact"),
        New("*.standard-error", 1e-8, 0, "it comes from whole epochs or counted samples"),
        .. OfLedger,
        New("*-accuracy[*].theory", 1e-7, 1e-30, "theory is good to 1e-9"),
        New("*-accuracy[*].*", 1e-8, 0, "a count of correct samples is exact"),
        New("*", 1e-7, 1e-30, "theory is good to 1e-9; the rest is for another platform's Math.Exp"),
    ];

    /// <summary>What new snapshots of the ledger begin with.</summary>
    private static SnapshotTolerance[] OfLedger =>
        [
            New("measured", 1e-6, Least, "another platform's Math.Exp moves a flow by less; " + Rounding),
            New(
                "uncertainty",
                1e-4,
                Least,
                "it is what a few times that agree to 1e-6 differ by; " + Rounding
            ),
            New("deviation*", 1e-4, Least, "it holds an uncertainty; " + Rounding),
            New("tolerance", 1e-7, 0, "it is given, or theory's, which is good to 1e-9"),
            New("verdict", 0, 0, "exact: 0 not-tested, 1 holds, 2 fails, 3 inconclusive"),
            New("standing", 0, 0, "exact: 0 right, 1 right-within-domain, 2 wrong, 3 undecided"),
            New("stands", 0, 0, "exact: 1 if the numbers show it, else 0"),
        ];

    private const double Least = 1e-10;

    private const string Rounding = "below a tenth of the narrowest tolerance, 1e-9, is rounding";

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
