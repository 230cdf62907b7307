using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How learning at λ &gt; 1 depends on γ (supplementary figure S2).</summary>
public sealed record FewSamplesResult : StudyResult
{
    /// <summary>The settings whose curves are shown; γ = 0 comes first.</summary>
    public required IReadOnlyList<CurveComparison> Settings { get; init; }

    /// <summary>L_gen at the last epoch over that of the same replica with γ = 0, for each γ but 0.</summary>
    public required IReadOnlyList<SampleSummary> FinalLossRatios { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            .. CurveComparison.Tables(Settings),
            GrokkingTimeComparison.Table([.. Settings.Select(setting => setting.Times)]),
        ];
}
