using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>What weight decay leads to for one output, exact and by eq. 16.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="WeightDecay">γ.</param>
/// <param name="Training">The exact limit of L_tr.</param>
/// <param name="Generalization">The exact limit of L_gen.</param>
/// <param name="Eq16Training">The limit of L_tr by eq. 16.</param>
/// <param name="Eq16Generalization">The limit of L_gen by eq. 16.</param>
/// <param name="Difference">Exact Δt at ε = 1e-3 and 95 %; null where generalisation does not get there.</param>
/// <param name="DifferenceWithout">The same for γ = 0.</param>
/// <param name="Eq16Difference">Δt by eq. 16.</param>
public sealed record DecayForms(
    double SampleRatio,
    double WeightDecay,
    double Training,
    double Generalization,
    double Eq16Training,
    double Eq16Generalization,
    double? Difference,
    double DifferenceWithout,
    double Eq16Difference
)
{
    internal static DecayForms At(OneLayerParameters parameters)
    {
        var (lambda, gamma) = (parameters.SampleRatio, parameters.WeightDecay);
        return new DecayForms(
            lambda,
            gamma,
            WeightDecayLimits.TrainingLoss(lambda, gamma),
            WeightDecayLimits.GeneralizationLoss(lambda, gamma),
            WeightDecayLimits.TrainingLossAsPrinted(lambda, gamma),
            WeightDecayLimits.GeneralizationLossAsPrinted(lambda, gamma),
            Exact(parameters),
            Exact(parameters with { WeightDecay = 0 })!.Value,
            WeightDecayLimits.DifferenceAsPrinted(lambda, parameters.LearningRate)
        );
    }

    private static double? Exact(OneLayerParameters parameters) =>
        GrokkingTheory.Times(new OneLayerTheory(parameters), new AccuracyCriterion()).Difference;
}
