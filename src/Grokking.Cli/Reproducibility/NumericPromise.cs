using Grokking.Curves;

namespace Grokking.Cli.Reproducibility;

/// <summary>How closely all numbers agree between linear algebras and processors.</summary>
public static class NumericPromise
{
    // Losses below it lie where e^{−4ηνt} multiplies the eigenvalues' rounding by 4ηt = 4e4 and more.
    private const double Negligible = 1e-25;

    /// <summary>1e-9 of every number that is not negligible.</summary>
    public static readonly ColumnTolerance Tolerance = new()
    {
        Relative = 1e-9,
        Absolute = Negligible,
        Reason = "the promise of --linear-algebra",
    };
}
