using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What is left of both losses of a wide linear network of two layers that has fewer samples than inputs.</summary>
public sealed record OverparameterizedResult : StudyResult
{
    /// <summary>λ = d_in/N_tr, as realised by whole numbers.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>d_h.</summary>
    public required int HiddenWidth { get; init; }

    /// <summary>d_out.</summary>
    public required int OutputDimension { get; init; }

    /// <summary>The epoch of what is left.</summary>
    public required double LastEpoch { get; init; }

    /// <summary>L_tr at the last epoch over that at the first, over replicas.</summary>
    public required SampleSummary FinalTraining { get; init; }

    /// <summary>L_gen at the last epoch over that at the first, over replicas.</summary>
    public required SampleSummary FinalGeneralization { get; init; }

    /// <summary>The limit of the latter by eq. 19, near 1 − 1/λ.</summary>
    public required double FinalGeneralizationTheory { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "final-losses",
                [
                    DataColumn.Of("lambda", [SampleRatio]),
                    DataColumn.Of("d_out", [OutputDimension]),
                    DataColumn.Of("d_h", [HiddenWidth]),
                    DataColumn.Of("training-loss[last/first].mean", [FinalTraining.Mean]),
                    DataColumn.Of("generalization-loss[last/first].mean", [FinalGeneralization.Mean]),
                    new DataColumn(
                        "generalization-loss[last/first].standard-error",
                        [FinalGeneralization.StandardError]
                    ),
                    DataColumn.Of("generalization-loss[last/first].theory", [FinalGeneralizationTheory]),
                ]
            ),
        ];
}
