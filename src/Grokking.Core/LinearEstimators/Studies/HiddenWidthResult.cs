using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Two-layer networks, linear and tanh (the paper's figure 5).</summary>
/// <param name="Settings">By activation, then width.</param>
public sealed record HiddenWidthResult(IReadOnlyList<HiddenWidthComparison> Settings) : StudyResult
{
    /// <inheritdoc/>
    public override IEnumerable<DataTable> Tables() =>
        [
            .. LearningComparison.Tables([.. Settings.Select(s => (s.Label, s.Curves))]),
            FrozenKernels(),
            OverTheory(),
            Weights(),
            Norms(),
            Times(),
        ];

    private DataColumn Epochs => DataColumn.Of("epoch", Settings[0].Curves.Epochs);

    private DataTable FrozenKernels() =>
        new(
            "frozen-kernel",
            [
                Epochs,
                .. Settings.SelectMany(s =>
                    new[]
                    {
                        DataColumn.Of($"training-loss[{s.Label}]", s.FrozenKernel.TrainingLoss),
                        DataColumn.Of($"generalization-loss[{s.Label}]", s.FrozenKernel.GeneralizationLoss),
                        DataColumn.Of($"training-accuracy[{s.Label}]", s.FrozenKernel.TrainingAccuracy),
                        DataColumn.Of(
                            $"generalization-accuracy[{s.Label}]",
                            s.FrozenKernel.GeneralizationAccuracy
                        ),
                    }
                ),
            ]
        );

    private DataTable OverTheory() =>
        new("losses-over-theory", [Epochs, .. Settings.SelectMany(s => s.OverTheory.Columns(s.Label))]);

    private DataTable Weights() =>
        new(
            "weights",
            [
                Epochs,
                .. Settings.SelectMany(s =>
                    s.Weights.Columns($"h[{s.Label}]")
                        .Append(DataColumn.Of($"h[{s.Label}].as-printed", s.WeightsAsPrinted))
                ),
            ]
        );

    private DataTable Norms()
    {
        return new DataTable(
            "norms",
            [
                Epochs,
                .. Settings.SelectMany(s => Columns($"output-weights[{s.Label}]", s.OutputWeights)),
                .. Settings.SelectMany(s => Columns($"distance[{s.Label}]", s.Distance)),
            ]
        );

        static DataColumn[] Columns(string name, IReadOnlyList<SampleSummary> squares) =>
            [
                DataColumn.Of($"{name}.mean", squares.Select(one => one.Mean)),
                new($"{name}.standard-deviation", [.. squares.Select(one => one.StandardDeviation)]),
            ];
    }

    private DataTable Times()
    {
        return new DataTable(
            "grokking-times",
            [
                DataColumn.Of("d_h", Settings.Select(s => (double)s.HiddenWidth)),
                DataColumn.Of("gain", Settings.Select(s => s.Gain)),
                .. Columns("t_train", s => s.Training),
                .. Columns("t_generalization", s => s.Generalization),
                .. Columns("delta_t", s => s.Difference),
            ]
        );

        IEnumerable<DataColumn> Columns(string name, Func<HiddenWidthComparison, TwoLayerTime> time) =>
            [
                new($"{name}.mean", [.. Settings.Select(s => time(s).Measured?.Mean)]),
                new($"{name}.standard-error", [.. Settings.Select(s => time(s).Measured?.StandardError)]),
                new($"{name}.theory", [.. Settings.Select(s => time(s).Theory)]),
                new($"{name}.frozen-kernel", [.. Settings.Select(s => time(s).FrozenKernel)]),
                new($"{name}.eq_19-as-printed", [.. Settings.Select(s => time(s).AsPrinted)]),
            ];
    }
}
