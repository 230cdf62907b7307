using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How the accuracy of a hardly trained student depends on d_out, at several ratios of ε to its loss.</summary>
public sealed record ManyOutputsResult : StudyResult
{
    /// <summary>In the order of the study's settings.</summary>
    public required IReadOnlyList<FirstAccuracy> Accuracies { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "accuracies",
                [
                    DataColumn.Of("d_out", Accuracies.Select(one => (double)one.OutputDimension)),
                    DataColumn.Of("epsilon", Accuracies.Select(one => one.Epsilon)),
                    DataColumn.Of("loss.theory", Accuracies.Select(one => one.Loss)),
                    DataColumn.Of("accuracy.mean", Accuracies.Select(one => one.Measured.Mean)),
                    new DataColumn(
                        "accuracy.standard-error",
                        [.. Accuracies.Select(one => one.Measured.StandardError)]
                    ),
                    DataColumn.Of("accuracy.theory", Accuracies.Select(one => one.Theory)),
                ]
            ),
        ];
}
