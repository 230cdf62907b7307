using Grokking.Claims;
using Grokking.LinearEstimators.Studies;
using MathNet.Numerics.Distributions;

namespace Grokking.Cli.Report;

/// <summary>How many mean times t*_tr and t*_gen lie how near to theory on the spectra that were drawn.</summary>
/// <param name="All">How many there are.</param>
/// <param name="Limit">
/// The distance in standard errors that, were theory exact, none of them would exceed in 95 % of all runs: Student's over
/// replicas at a level shared among the times (Bonferroni). Null if there are no distances.
/// </param>
/// <param name="Within">How many lie no farther.</param>
/// <param name="Largest">The largest distance in standard errors; null if there is none.</param>
internal sealed record Agreement(int All, double? Limit, int Within, double? Largest)
{
    /// <summary>Δt is left out: it is the difference of the two times.</summary>
    /// <param name="rows">The settings.</param>
    public static Agreement Of(IEnumerable<GrokkingTimeComparison> rows)
    {
        (double Distance, int Replicas)[] all =
        [
            .. from row in rows
            from time in new[] { row.Training, row.Generalization }
            where time.ZScoreOnDrawnSpectra is not null
            select (Math.Abs(time.ZScoreOnDrawnSpectra!.Value), time.Measured!.Count),
        ];
        if (all.Length == 0)
            return new(0, null, 0, null);
        double limit = StudentT.InvCDF(
            0,
            1,
            all.Min(one => one.Replicas) - 1,
            1 - ((1 - Measurement.Level) / (2 * all.Length))
        );
        return new(all.Length, limit, all.Count(one => one.Distance <= limit), all.Max(one => one.Distance));
    }
}
