using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>At which d_out Δt is longest, and how eq. 13's times and those of unequal outputs fare.</summary>
public sealed record LongestDelayResult : StudyResult
{
    /// <summary>λ of the settings, as the paper quotes it.</summary>
    public required double SampleRatio { get; init; }

    /// <summary>The settings around the longest Δt, by increasing d_out.</summary>
    public required IReadOnlyList<UnequalTimes> Around { get; init; }

    /// <summary>Settings with other d_out.</summary>
    public required IReadOnlyList<UnequalTimes> Others { get; init; }

    /// <summary>The d_out of the longest measured Δt, over replicas; null unless every replica has one.</summary>
    public required SampleSummary? Measured { get; init; }

    /// <summary>The d_out of the longest Δt by eq. 13, at the λ that the whole number of samples realises.</summary>
    public required int ByEq13 { get; init; }

    /// <summary>The same with unequal outputs.</summary>
    public required int ByUnequalOutputs { get; init; }

    /// <summary>λ of <see cref="Peaks"/>.</summary>
    public required IReadOnlyList<double> SampleRatios { get; init; }

    /// <summary>The d_out of the longest Δt by eq. 13 at other λ.</summary>
    public required IReadOnlyList<int> Peaks { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables()
    {
        UnequalTimes[] rows = [.. Around.Concat(Others).OrderBy(row => row.Times.OutputDimension)];
        return
        [
            GrokkingTimeComparison.Table([.. rows.Select(row => row.Times)]),
            new DataTable(
                "unequal-outputs",
                [
                    DataColumn.Of("d_out", rows.Select(row => (double)row.Times.OutputDimension)),
                    new("t_train.theory", [.. rows.Select(row => row.Training)]),
                    new("t_generalization.theory", [.. rows.Select(row => row.Generalization)]),
                    new("delta_t.theory", [.. rows.Select(row => row.Difference)]),
                    new("effective-outputs.training", [.. rows.Select(row => row.TrainingOutputs)]),
                    new(
                        "effective-outputs.generalization",
                        [.. rows.Select(row => row.GeneralizationOutputs)]
                    ),
                ]
            ),
            new DataTable(
                "longest-over-lambda",
                [
                    DataColumn.Of("lambda", SampleRatios),
                    DataColumn.Of("d_out", Peaks.Select(peak => (double)peak)),
                ]
            ),
        ];
    }
}
