using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Reproducibility;

/// <summary>How closely numbers agree between linear algebras and processors.</summary>
/// <param name="Kind">Which numbers, for people.</param>
/// <param name="Tolerance">How closely.</param>
public sealed record NumericPromise(string Kind, ColumnTolerance Tolerance)
{
    // Losses below 1e-25 lie where e^{−4ηνt} multiplies the eigenvalues' rounding by 4ηt = 4e4 and more.
    private const double Negligible = 1e-25;

    private static readonly NumericPromise Usual = new(
        "one layer",
        Of(1e-9, "the promise of --linear-algebra")
    );

    private static readonly NumericPromise Flows = new(
        "two layers",
        Of(1e-8, "the integrator of two layers multiplies rounding; measured 1.2e-9")
    );

    private static readonly NumericPromise Spreads = new(
        "standard errors",
        Of(1e-7, "differences of times that lie within a few per cent of each other")
    );

    private static readonly string[] TwoLayers =
    [
        .. Profile
            .Paper.Studies.Where(study => study.Experiments.OfType<TwoLayerExperiment>().Any())
            .Select(Recipe.NameOf),
    ];

    /// <summary>All, from the closest.</summary>
    public static readonly IReadOnlyList<NumericPromise> All = [Usual, Flows, Spreads];

    /// <summary>What is promised of a column.</summary>
    /// <param name="table">The table's file name.</param>
    /// <param name="column">The column's name.</param>
    public static NumericPromise For(string table, string column) =>
        column.EndsWith("standard-error", StringComparison.Ordinal) ? Spreads
        : TwoLayers.Any(name => table.StartsWith($"{name}.", StringComparison.Ordinal)) ? Flows
        : Usual;

    private static ColumnTolerance Of(double relative, string reason) =>
        new()
        {
            Relative = relative,
            Absolute = Negligible,
            Reason = reason,
        };
}
