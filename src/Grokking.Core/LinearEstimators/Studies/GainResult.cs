using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How far tanh(g·h)/g networks stray from the linear prediction (figure 5b, beyond the paper).</summary>
public sealed record GainResult : StudyResult
{
    /// <summary>d_in.</summary>
    public required int InputDimension { get; init; }

    /// <summary>d_h.</summary>
    public required int HiddenWidth { get; init; }

    /// <summary>d_out.</summary>
    public required int OutputDimension { get; init; }

    /// <summary>λ = d_in/N_tr, as realised by whole numbers.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>ε.</summary>
    public required double Epsilon { get; init; }

    /// <summary>By increasing gain; the first is the linear network.</summary>
    public required IReadOnlyList<GainComparison> Gains { get; init; }

    /// <summary>Δt by eq. 19 as derived, for any gain; null if it does not exist.</summary>
    public required double? Theory { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            new DataTable(
                "gains",
                [
                    DataColumn.Of("gain", Gains.Select(one => one.Gain)),
                    DataColumn.Of("training-deviation.mean", Gains.Select(one => one.TrainingDeviation.Mean)),
                    DataColumn.Of(
                        "generalization-deviation.mean",
                        Gains.Select(one => one.GeneralizationDeviation.Mean)
                    ),
                    new DataColumn("delta_t.mean", [.. Gains.Select(one => one.Delay?.Mean)]),
                    new DataColumn(
                        "delta_t.standard-error",
                        [.. Gains.Select(one => one.Delay?.StandardError)]
                    ),
                    new DataColumn("delta_t.theory", [.. Gains.Select(_ => Theory)]),
                ]
            ),
        ];
}
