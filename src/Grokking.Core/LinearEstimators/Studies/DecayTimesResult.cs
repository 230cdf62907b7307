using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What weight decay does to Δt.</summary>
public sealed record DecayTimesResult : StudyResult
{
    /// <summary>The scan by theory.</summary>
    public required IReadOnlyList<DecayDelay> Scan { get; init; }

    /// <summary>The settings that were measured.</summary>
    public required IReadOnlyList<DecayRatio> Measured { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "scan",
                [
                    DataColumn.Of("lambda", Scan.Select(row => row.SampleRatio)),
                    DataColumn.Of("epsilon", Scan.Select(row => row.Epsilon)),
                    DataColumn.Of("d_out", Scan.Select(row => (double)row.OutputDimension)),
                    DataColumn.Of("gamma", Scan.Select(row => row.WeightDecay)),
                    new("delta_t.without", [.. Scan.Select(row => row.Without)]),
                    new("delta_t", [.. Scan.Select(row => row.With)]),
                ]
            ),
            GrokkingTimeComparison.Table([.. Measured.SelectMany(row => new[] { row.Without, row.With })]),
            new DataTable(
                "ratios",
                [
                    DataColumn.Of("lambda", Measured.Select(row => row.With.SampleRatio)),
                    DataColumn.Of("epsilon", Measured.Select(row => row.With.Epsilon)),
                    DataColumn.Of("d_out", Measured.Select(row => (double)row.With.OutputDimension)),
                    DataColumn.Of("gamma", Measured.Select(row => row.With.WeightDecay)),
                    new("ratio.mean", [.. Measured.Select(row => row.Ratio?.Mean)]),
                    new("ratio.standard-error", [.. Measured.Select(row => row.Ratio?.StandardError)]),
                    new("ratio.theory", [.. Measured.Select(row => row.Theory)]),
                ]
            ),
        ];
}
