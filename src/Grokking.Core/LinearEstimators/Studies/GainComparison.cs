using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Networks of one gain against the linear prediction from their own kernels at epoch 0.</summary>
/// <param name="Gain">g of tanh(g·h)/g; 0 for the linear network.</param>
/// <param name="TrainingDeviation">Largest |log(measured/predicted)| of L_tr over the epochs, over replicas.</param>
/// <param name="GeneralizationDeviation">The same of L_gen.</param>
/// <param name="Delays">Δt in epochs, one value a replica; null where the level is not reached.</param>
/// <param name="Delay">Their summary; null unless Δt exists in every replica.</param>
public sealed record GainComparison(
    double Gain,
    SampleSummary TrainingDeviation,
    SampleSummary GeneralizationDeviation,
    IReadOnlyList<double?> Delays,
    SampleSummary? Delay
);
