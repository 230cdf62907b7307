using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The exact losses against their late-time forms (the paper's figure 6).</summary>
public sealed record LateTimeResult : StudyResult
{
    /// <summary>λ.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>Epochs at which everything is given.</summary>
    public required IReadOnlyList<double> Epochs { get; init; }

    /// <summary>L_tr, eq. 8.</summary>
    public required IReadOnlyList<double> TrainingLoss { get; init; }

    /// <summary>L_gen, eq. 8.</summary>
    public required IReadOnlyList<double> GeneralizationLoss { get; init; }

    /// <summary>The approximations, in the order of the paper's legend.</summary>
    public required IReadOnlyList<LateTimeForm> Forms { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "losses",
                [
                    DataColumn.Of("epoch", Epochs),
                    DataColumn.Of("training-loss", TrainingLoss),
                    DataColumn.Of("generalization-loss", GeneralizationLoss),
                    .. Forms.Select(form => DataColumn.Of(form.Name, form.Values)),
                ]
            ),
            new DataTable(
                "relative-errors",
                [
                    DataColumn.Of("epoch", Epochs),
                    .. Forms.Select(form => DataColumn.Of(form.Name, form.RelativeErrors)),
                ]
            ),
        ];
}
