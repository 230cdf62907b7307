using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How both losses depend on the scale of the student's start.</summary>
public sealed record InitialScaleResult : StudyResult
{
    /// <summary>The epochs at which ratios are given.</summary>
    public required IReadOnlyList<double> Epochs { get; init; }

    /// <summary>The scales tried, without α = 1.</summary>
    public required IReadOnlyList<ScaledStart> Scales { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "ratios",
                [
                    DataColumn.Of("epoch", Epochs),
                    .. Scales.SelectMany(one =>
                        Columns($"training-loss[alpha={one.Scale:R}]", one.TrainingRatio)
                            .Concat(
                                Columns($"generalization-loss[alpha={one.Scale:R}]", one.GeneralizationRatio)
                            )
                    ),
                ]
            ),
        ];

    private static IEnumerable<DataColumn> Columns(string name, IReadOnlyList<SampleSummary> ratios) =>
        [
            DataColumn.Of($"{name}.mean", ratios.Select(ratio => ratio.Mean)),
            new($"{name}.standard-error", [.. ratios.Select(ratio => ratio.StandardError)]),
        ];
}
