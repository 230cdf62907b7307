using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt from theory (eq. 13 for several outputs) as a function of one quantity, with another held fixed.</summary>
/// <param name="Fixed">The quantity held fixed, as in a column's name: "epsilon" or "lambda".</param>
/// <param name="Value">Its value.</param>
/// <param name="Abscissae">Where Δt is given.</param>
/// <param name="Delays">Δt in epochs; null where a crossing does not exist.</param>
public sealed record DelayCurve(
    string Fixed,
    double Value,
    IReadOnlyList<double> Abscissae,
    IReadOnlyList<double?> Delays
)
{
    /// <summary>Curves over the same abscissae as one panel.</summary>
    internal static DataTable Table(
        string abscissa,
        IReadOnlyList<DelayCurve> curves,
        params IEnumerable<DataColumn> more
    ) =>
        new(
            $"grokking-time-over-{abscissa}",
            [
                DataColumn.Of(abscissa, curves[0].Abscissae),
                .. curves.Select(curve => new DataColumn(
                    $"delta_t[{curve.Fixed}={curve.Value:R}]",
                    curve.Delays
                )),
                .. more,
            ]
        );
}
