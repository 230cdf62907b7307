using Grokking.Curves;
using Grokking.LinearEstimators.Simulation;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Times of one setting with several outputs: measured, by eq. 13, and by unequal outputs; in epochs.</summary>
/// <param name="Times">Measured and by eq. 13.</param>
/// <param name="Training">t*_tr by <see cref="UnequalOutputs"/>; null if there is none.</param>
/// <param name="Generalization">t*_gen by the same.</param>
/// <param name="TrainingOutputs">The effective number of outputs on the training set at that t*_tr.</param>
/// <param name="GeneralizationOutputs">The effective number of outputs on fresh samples at that t*_gen.</param>
public sealed record UnequalTimes(
    GrokkingTimeComparison Times,
    double? Training,
    double? Generalization,
    double? TrainingOutputs,
    double? GeneralizationOutputs
)
{
    /// <summary>Δt by unequal outputs.</summary>
    public double? Difference => Generalization - Training;

    internal static UnequalTimes Of(Setting setting, IReadOnlyList<OneLayerResult> replicas)
    {
        var theory = new OneLayerTheory(setting.Experiment.ToTheory());
        GrokkingTime unequal = UnequalOutputs.Times(theory, setting.Experiment.Criterion);
        return new UnequalTimes(
            Comparison.OfTimes(setting.SampleRatio, setting.Experiment, replicas),
            unequal.Training.Time,
            unequal.Generalization.Time,
            unequal.Training.Time is { } first ? EffectiveOutputs.OfTrainingSamples(theory, first) : null,
            unequal.Generalization.Time is { } second ? EffectiveOutputs.OfFreshSamples(theory, second) : null
        );
    }
}
