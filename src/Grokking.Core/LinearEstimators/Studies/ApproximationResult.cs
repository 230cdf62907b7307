using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The paper's closed forms beside the exact theory.</summary>
public sealed record ApproximationResult : StudyResult
{
    /// <summary>Eqs 9, 11, 22, 23.</summary>
    public required IReadOnlyList<LossForms> Losses { get; init; }

    /// <summary>The text beside eq. 9.</summary>
    public required IReadOnlyList<GlossForms> Glosses { get; init; }

    /// <summary>Eqs 12, 24, 26.</summary>
    public required IReadOnlyList<TimeForms> Times { get; init; }

    /// <summary>Eq. 16.</summary>
    public required IReadOnlyList<DecayForms> Limits { get; init; }

    /// <summary>Gradient flow for gradient descent.</summary>
    public required IReadOnlyList<DescentForms> Descents { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            Table(
                "losses",
                Losses,
                ("lambda", row => row.SampleRatio),
                ("eta_t", row => row.EtaTime),
                ("training-loss", row => row.Training),
                ("training-loss.eq_9", row => row.Eq9),
                ("training-loss.eq_22", row => row.Eq22),
                ("generalization-loss", row => row.Generalization),
                ("generalization-loss.closed", row => row.ClosedGeneralization),
                ("generalization-loss.eq_11", row => row.Eq11),
                ("generalization-loss.eq_23", row => row.Eq23)
            ),
            Table(
                "gloss",
                Glosses,
                ("a", row => row.Parameter),
                ("z", row => row.Argument),
                ("regularized", row => row.Regularized),
                ("regularized.as-printed", row => row.AsPrinted)
            ),
            Table(
                "times",
                Times,
                ("lambda", row => row.SampleRatio),
                ("epsilon", row => row.Epsilon),
                ("t_train", row => row.Training),
                ("t_train.eq_24", row => row.Eq24Training),
                ("t_generalization", row => row.Generalization),
                ("t_generalization.eq_24", row => row.Eq24Generalization),
                ("delta_t", row => row.Difference),
                ("delta_t.eq_12", row => row.Eq12),
                ("delta_t.eq_12-near-one", row => row.Eq12NearOne),
                ("delta_t.eq_26", row => row.Eq26)
            ),
            Table(
                "weight-decay-limits",
                Limits,
                ("lambda", row => row.SampleRatio),
                ("gamma", row => row.WeightDecay),
                ("training-loss", row => row.Training),
                ("training-loss.eq_16", row => row.Eq16Training),
                ("generalization-loss", row => row.Generalization),
                ("generalization-loss.eq_16", row => row.Eq16Generalization),
                ("delta_t", row => row.Difference),
                ("delta_t.eq_16", row => row.Eq16Difference)
            ),
            Table(
                "descent",
                Descents,
                ("lambda", row => row.SampleRatio),
                ("loss.largest-deviation", row => row.LargestLossDeviation),
                ("delta_t.flow", row => row.FlowDifference),
                ("delta_t.descent", row => row.DescentDifference)
            ),
        ];

    private static DataTable Table<TRow>(
        string panel,
        IReadOnlyList<TRow> rows,
        params IEnumerable<(string Name, Func<TRow, double?> Value)> columns
    ) =>
        new(
            panel,
            [.. columns.Select(column => new DataColumn(column.Name, [.. rows.Select(column.Value)]))]
        );
}
