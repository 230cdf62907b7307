using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt in units of eq. 12, in theory over λ and as measured.</summary>
/// <param name="Exact">Exact Δt over eq. 12 at the λ of the exact curves, one list for each of them.</param>
/// <param name="Measured">One for each measured λ below 1 with a Δt in every replica.</param>
public sealed record DelayShares(
    IReadOnlyList<IReadOnlyList<double?>> Exact,
    IReadOnlyList<DelayShare> Measured
)
{
    internal static DelayShares Of(
        IReadOnlyList<DelayCurve> curves,
        IReadOnlyList<double> eq12,
        IReadOnlyList<GrokkingTimeComparison> times
    ) =>
        new(
            [
                .. curves.Select(curve =>
                    curve.Delays.Zip(eq12, (exact, printed) => exact / printed).ToArray()
                ),
            ],
            [
                .. from one in times
                where one.Eq12 is not null
                let share = SampleSummary.OfAll([.. one.Difference.Values.Select(delay => delay / one.Eq12)])
                where share is not null
                select new DelayShare(one.SampleRatio, share),
            ]
        );

    internal DataTable ExactTable(IReadOnlyList<DelayCurve> curves) =>
        new(
            "over-eq_12",
            [
                DataColumn.Of("lambda", curves[0].Abscissae),
                .. curves.Zip(
                    Exact,
                    (curve, shares) =>
                        new DataColumn($"delta_t-over-eq_12[{curve.Fixed}={curve.Value:R}]", shares)
                ),
            ]
        );

    internal DataTable MeasuredTable() =>
        new(
            "measured-over-eq_12",
            [
                DataColumn.Of("lambda", Measured.Select(one => one.SampleRatio)),
                DataColumn.Of("delta_t-over-eq_12.mean", Measured.Select(one => one.Share.Mean)),
                new(
                    "delta_t-over-eq_12.standard-error",
                    [.. Measured.Select(one => one.Share.StandardError)]
                ),
            ]
        );
}
