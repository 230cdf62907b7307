using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// The weight decay from which on generalisation accuracy saturates below its level: where the limit of L_gen
/// meets L*. It borders the grey region of Fig. 3.
/// </summary>
public abstract record CriticalWeightDecay
{
    private CriticalWeightDecay() { }

    /// <summary>The level is reached for 0 &lt; γ &lt; <paramref name="WeightDecay"/> and for no larger γ.</summary>
    public sealed record At(double WeightDecay) : CriticalWeightDecay;

    /// <summary>No weight decay is too large: L* is at least ½/d_out, the loss of a student that stays at zero.</summary>
    public sealed record NeverSaturates : CriticalWeightDecay;

    /// <summary>
    /// Every γ > 0 is too large: λ > 1 and L* is at most (1 − 1/λ)/(2d_out), the limit as γ → 0. Without weight decay it
    /// is twice that, so the level is not reached at γ = 0 either.
    /// </summary>
    public sealed record AlwaysSaturates : CriticalWeightDecay;

    /// <summary>Finds it by the closed form of the limit, <see cref="WeightDecayLimits.GeneralizationLoss"/>.</summary>
    /// <param name="sampleRatio">λ, in (0, ∞).</param>
    /// <param name="outputDimension">d_out, in [1, 10^5].</param>
    /// <param name="criterion">ε and the level.</param>
    /// <returns>The critical γ to 1e-12 relative, or why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CriticalWeightDecay Find(
        double sampleRatio,
        int outputDimension,
        AccuracyCriterion criterion
    )
    {
        Require.Positive(sampleRatio, nameof(sampleRatio));
        // E[g²/(ν+g)²] rises with g from the weight of the zero modes to 1.
        double target = 2 * outputDimension * AccuracyLaw.ThresholdLoss(outputDimension, criterion);
        if (target >= 1)
            return new NeverSaturates();
        if (target <= 1 - (1 / sampleRatio))
            return new AlwaysSaturates();

        (double, double) Room(double logG)
        {
            double g = Math.Exp(logG);
            Resolvent resolvent = Resolvent.At(sampleRatio, g);
            double slope = g * resolvent.HeldSquareSlope / resolvent.HeldSquare;
            return (Math.Log(target / resolvent.HeldSquare), -slope);
        }
        return DecreasingRoot.Find(Room, start: 0, lowest: -300, highest: 300) switch
        {
            RootOutcome.Found found => new At(2 * Math.Exp(found.Position)),
            RootOutcome.BelowInterval => new AlwaysSaturates(),
            _ => new NeverSaturates(),
        };
    }
}
