using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How learning depends on γ (the paper's figure 3).</summary>
public sealed record WeightDecayResult : StudyResult
{
    /// <summary>The settings whose curves are shown.</summary>
    public required IReadOnlyList<CurveComparison> Settings { get; init; }

    /// <summary>Eq. 16 and what it stands for at each setting's γ and at the λ that its whole number of samples realises.</summary>
    public required IReadOnlyList<DecayForms> Limits { get; init; }

    /// <summary>Exact Δt over γ, one curve for each λ.</summary>
    public required IReadOnlyList<DelayCurve> Delays { get; init; }

    /// <summary>
    /// For each curve the γ from which on generalisation saturates below the level; null if it does so at no γ in
    /// reach.
    /// </summary>
    public required IReadOnlyList<double?> CriticalWeightDecays { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            .. CurveComparison.Tables(Settings),
            DelayCurve.Table("gamma", Delays),
            new DataTable(
                "critical",
                [
                    DataColumn.Of("lambda", Delays.Select(curve => curve.Value)),
                    new DataColumn("gamma", CriticalWeightDecays),
                ]
            ),
            GrokkingTimeComparison.Table([.. Settings.Select(setting => setting.Times)]),
        ];
}
