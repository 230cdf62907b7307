using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How learning depends on λ (the paper's figure 1).</summary>
public sealed record SampleRatioResult : StudyResult
{
    /// <summary>The settings whose curves are shown.</summary>
    public required IReadOnlyList<CurveComparison> Settings { get; init; }

    /// <summary>The settings whose grokking times were measured, by increasing λ.</summary>
    public required IReadOnlyList<GrokkingTimeComparison> Times { get; init; }

    /// <summary>Exact Δt over λ, one curve for each ε.</summary>
    public required IReadOnlyList<DelayCurve> Delays { get; init; }

    /// <summary>Δt by eq. 12 over the same λ; it knows no ε.</summary>
    public required IReadOnlyList<double> Eq12 { get; init; }

    /// <summary>Δt in units of eq. 12.</summary>
    public required DelayShares OverEq12 { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            .. CurveComparison.Tables(Settings),
            DelayCurve.Table("lambda", Delays, DataColumn.Of("delta_t.eq_12", Eq12)),
            OverEq12.ExactTable(Delays),
            OverEq12.MeasuredTable(),
            GrokkingTimeComparison.Table(Times),
        ];
}
