using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>How learning depends on the noise of the labels (supplementary figure S1).</summary>
public sealed record LabelNoiseResult : StudyResult
{
    /// <summary>λ of the settings.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>N_tr, which realises it: the theory of <see cref="Excesses"/> is that of λ = d_in/N_tr.</summary>
    public required int TrainingSamples { get; init; }

    /// <summary>The settings whose curves are shown; σ = 0 comes first.</summary>
    public required IReadOnlyList<NoisySetting> Settings { get; init; }

    /// <summary>What noise adds to L_gen in the end, for each σ but 0.</summary>
    public required IReadOnlyList<NoiseExcess> Excesses { get; init; }

    /// <summary>λ of <see cref="FinalExcesses"/>.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>What noise adds to L_gen for t → ∞ in theory, in units of σ².</summary>
    public required IReadOnlyList<double> FinalExcesses { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            .. LearningComparison.Tables([
                .. Settings.Select(one => ($"lambda={SampleRatio:R},sigma={one.Noise:R}", one.Curves)),
            ]),
            new DataTable(
                "excess",
                [
                    DataColumn.Of("sigma", Excesses.Select(one => one.Noise)),
                    DataColumn.Of("excess.mean", Excesses.Select(one => one.Measured.Mean)),
                    new DataColumn(
                        "excess.standard-error",
                        [.. Excesses.Select(one => one.Measured.StandardError)]
                    ),
                    DataColumn.Of("excess.theory", Excesses.Select(one => one.Theory)),
                ]
            ),
            new DataTable(
                "final-excess",
                [DataColumn.Of("lambda", SampleRatios), DataColumn.Of("excess.theory", FinalExcesses)]
            ),
        ];
}
