using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Losses of a two-layer network in units of eq. 19 as derived.</summary>
/// <param name="Training">L_tr.</param>
/// <param name="Generalization">L_gen.</param>
/// <param name="FrozenTraining">L_tr by the kernel that replica 0 drew, one value an epoch.</param>
/// <param name="FrozenGeneralization">L_gen by the same.</param>
public sealed record LossesOverTheory(
    ComparedCurve Training,
    ComparedCurve Generalization,
    IReadOnlyList<double> FrozenTraining,
    IReadOnlyList<double> FrozenGeneralization
)
{
    internal static LossesOverTheory Of(LearningComparison curves, FrozenPrediction frozen) =>
        new(
            Over(curves.TrainingLoss),
            Over(curves.GeneralizationLoss),
            Over(frozen.TrainingLoss, curves.TrainingLoss.Theory),
            Over(frozen.GeneralizationLoss, curves.GeneralizationLoss.Theory)
        );

    internal IEnumerable<DataColumn> Columns(string label) =>
        [
            .. Training.Columns($"training-loss[{label}]"),
            DataColumn.Of($"training-loss[{label}].frozen-kernel", FrozenTraining),
            .. Generalization.Columns($"generalization-loss[{label}]"),
            DataColumn.Of($"generalization-loss[{label}].frozen-kernel", FrozenGeneralization),
        ];

    private static ComparedCurve Over(ComparedCurve curve) =>
        new(
            Over(curve.OneReplica, curve.Theory),
            Over(curve.Mean, curve.Theory),
            Over(curve.Lower, curve.Theory),
            Over(curve.Upper, curve.Theory),
            Over(curve.Theory, curve.Theory)
        );

    private static double[] Over(IReadOnlyList<double> values, IReadOnlyList<double> theory) =>
        [.. values.Zip(theory, (value, unit) => value / unit)];
}
