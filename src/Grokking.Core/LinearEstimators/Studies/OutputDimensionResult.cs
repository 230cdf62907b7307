using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How learning depends on d_out (the paper's figure 2).</summary>
public sealed record OutputDimensionResult : StudyResult
{
    /// <summary>The settings whose curves are shown.</summary>
    public required IReadOnlyList<CurveComparison> Settings { get; init; }

    /// <summary>Δt by eq. 13 over d_out, one curve for each λ.</summary>
    public required IReadOnlyList<DelayCurve> Delays { get; init; }

    /// <summary>The d_out of the longest Δt of each curve, among all whole numbers of its range.</summary>
    public required IReadOnlyList<LongestDelay> Longest { get; init; }

    /// <summary>The settings whose times were measured, by increasing d_out.</summary>
    public required IReadOnlyList<GrokkingTimeComparison> MeasuredTimes { get; init; }

    /// <summary>Δt with the accuracy law for unequal outputs over d_out, at the λ of the settings.</summary>
    public required DelayCurve Unequal { get; init; }

    /// <summary><see cref="Unequal"/> in units of eq. 13.</summary>
    public required IReadOnlyList<double?> UnequalOverEq13 { get; init; }

    /// <summary>The measured Δt in the same units.</summary>
    public required IReadOnlyList<DelayOverEq13> MeasuredOverEq13 { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            .. CurveComparison.Tables(Settings),
            DelayCurve.Table("d_out", Delays),
            new DataTable(
                "longest",
                [
                    DataColumn.Of("lambda", Longest.Select(one => one.SampleRatio)),
                    DataColumn.Of("d_out", Longest.Select(one => (double)one.OutputDimension)),
                    DataColumn.Of("delta_t", Longest.Select(one => one.Delay)),
                ]
            ),
            GrokkingTimeComparison.Table([.. Settings.Select(setting => setting.Times)]),
            Measured(),
            DelayCurve.Table(
                "d_out",
                [Unequal],
                new DataColumn($"delta_t-over-eq_13[{Unequal.Fixed}={Unequal.Value:R}]", UnequalOverEq13)
            ) with
            {
                Panel = "unequal-outputs",
            },
        ];

    private SampleSummary? Share(GrokkingTimeComparison times) =>
        MeasuredOverEq13.SingleOrDefault(one => one.OutputDimension == times.OutputDimension)?.Share;

    private DataTable Measured() =>
        new(
            "measured-over-d_out",
            [
                DataColumn.Of("d_out", MeasuredTimes.Select(one => (double)one.OutputDimension)),
                new("delta_t.mean", [.. MeasuredTimes.Select(one => one.Difference.Measured?.Mean)]),
                new(
                    "delta_t.standard-error",
                    [.. MeasuredTimes.Select(one => one.Difference.Measured?.StandardError)]
                ),
                new("delta_t.theory", [.. MeasuredTimes.Select(one => one.Difference.Theory)]),
                new("delta_t-over-eq_13.mean", [.. MeasuredTimes.Select(one => Share(one)?.Mean)]),
                new(
                    "delta_t-over-eq_13.standard-error",
                    [.. MeasuredTimes.Select(one => Share(one)?.StandardError)]
                ),
            ]
        );
}
