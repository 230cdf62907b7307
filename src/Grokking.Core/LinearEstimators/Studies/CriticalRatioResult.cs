using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The grokking time close to λ = 1 and close to λ = 0.</summary>
public sealed record CriticalRatioResult : StudyResult
{
    /// <summary>The approach to λ = 1 from below, for every ε.</summary>
    public required IReadOnlyList<CriticalDelay> Near { get; init; }

    /// <summary>At λ = 1, for every ε.</summary>
    public required IReadOnlyList<CriticalDelay> AtOne { get; init; }

    /// <summary>The times measured at λ = 1.</summary>
    public required GrokkingTimeComparison Measured { get; init; }

    /// <summary>The approach to λ = 0.</summary>
    public required DelayCurve Small { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "near-one",
                [
                    DataColumn.Of("epsilon", All.Select(one => one.Epsilon)),
                    DataColumn.Of("one-minus-lambda", All.Select(one => one.Distance)),
                    DataColumn.Of("delta_t", All.Select(one => one.Exact)),
                    new DataColumn("delta_t.eq_12", [.. All.Select(one => one.Eq12)]),
                ]
            ),
            DelayCurve.Table("lambda", [Small]),
            GrokkingTimeComparison.Table([Measured]),
        ];

    private IEnumerable<CriticalDelay> All => Near.Concat(AtOne);
}
