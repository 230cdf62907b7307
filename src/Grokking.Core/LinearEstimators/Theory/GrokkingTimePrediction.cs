using Grokking.Curves;

namespace Grokking.LinearEstimators.Theory;

/// <summary>The grokking time that theory expects, and how much that of one draw of S(0) and T differs from it.</summary>
/// <param name="Time">t*_tr and t*_gen.</param>
/// <param name="TrainingSpread">sd(t*_tr) in epochs; null unless t*_tr > 0 exists.</param>
/// <param name="GeneralizationSpread">sd(t*_gen) in epochs; null unless t*_gen > 0 exists.</param>
/// <param name="DifferenceSpread">sd(Δt) in epochs; null unless both spreads exist.</param>
/// <remarks>
/// sd(t*) = sd(log L)/|d log L/dt| at t*: a linearisation, good where the spread is small against t*. Elsewhere
/// it is an order of magnitude.
/// </remarks>
public sealed record GrokkingTimePrediction(
    GrokkingTime Time,
    double? TrainingSpread,
    double? GeneralizationSpread,
    double? DifferenceSpread
);
