using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>t*_tr, t*_gen and Δt of one setting: measured over replicas, theory (eq. 13 for several outputs), the paper's asymptotics.</summary>
/// <param name="SampleRatio">λ as the paper quotes it.</param>
/// <param name="TrainingSamples">N_tr, which realises λ.</param>
/// <param name="OutputDimension">d_out.</param>
/// <param name="WeightDecay">γ.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Training">t*_tr.</param>
/// <param name="Generalization">t*_gen.</param>
/// <param name="Difference">Δt.</param>
/// <param name="Eq12">Δt by eq. 12, in epochs; null for λ ≥ 1 or γ &gt; 0, of which it does not speak.</param>
public sealed record GrokkingTimeComparison(
    double SampleRatio,
    int TrainingSamples,
    int OutputDimension,
    double WeightDecay,
    double Epsilon,
    TimeComparison Training,
    TimeComparison Generalization,
    TimeComparison Difference,
    double? Eq12
)
{
    /// <summary>One row a setting: the panel "grokking-times".</summary>
    internal static DataTable Table(IReadOnlyList<GrokkingTimeComparison> rows)
    {
        return new DataTable(
            "grokking-times",
            [
                DataColumn.Of("lambda", rows.Select(row => row.SampleRatio)),
                DataColumn.Of("n_train", rows.Select(row => (double)row.TrainingSamples)),
                DataColumn.Of("d_out", rows.Select(row => (double)row.OutputDimension)),
                DataColumn.Of("gamma", rows.Select(row => row.WeightDecay)),
                DataColumn.Of("epsilon", rows.Select(row => row.Epsilon)),
                .. Columns("t_train", row => row.Training),
                .. Columns("t_generalization", row => row.Generalization),
                .. Columns("delta_t", row => row.Difference),
                new DataColumn("delta_t.eq_12", [.. rows.Select(row => row.Eq12)]),
            ]
        );

        IEnumerable<DataColumn> Columns(string name, Func<GrokkingTimeComparison, TimeComparison> time) =>
            [
                new($"{name}.mean", [.. rows.Select(row => time(row).Measured?.Mean)]),
                new($"{name}.standard-error", [.. rows.Select(row => time(row).Measured?.StandardError)]),
                new($"{name}.theory", [.. rows.Select(row => time(row).Theory)]),
                new($"{name}.predicted-spread", [.. rows.Select(row => time(row).PredictedSpread)]),
                new($"{name}.theory-on-drawn-spectra", [.. rows.Select(row => time(row).OnDrawnSpectra)]),
            ];
    }
}
