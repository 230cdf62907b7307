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
        ];
}
