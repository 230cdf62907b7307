using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// Grokking times for d_out > 1 with the accuracy A = P(k/2, kε/(2L)), k of <see cref="EffectiveOutputs"/>, in place of
/// eq. 13's k = d_out.
/// </summary>
public static class UnequalOutputs
{
    /// <summary>t*_tr and t*_gen.</summary>
    /// <param name="theory">The losses.</param>
    /// <param name="criterion">ε and the level.</param>
    /// <returns>As <see cref="GrokkingTheory.Times"/>, of which each is a correction, and to 1e-9 relative of it.</returns>
    public static GrokkingTime Times(OneLayerTheory theory, AccuracyCriterion criterion)
    {
        GrokkingTime equal = GrokkingTheory.Times(theory, criterion);
        return new GrokkingTime(
            Crossing(equal.Training, theory.TrainingLoss, t => EffectiveOutputs.OfTrainingSamples(theory, t)),
            Crossing(
                equal.Generalization,
                theory.GeneralizationLoss,
                t => EffectiveOutputs.OfFreshSamples(theory, t)
            )
        );

        ThresholdCrossing Crossing(ThresholdCrossing first, LossCurve loss, Func<double, double> outputs) =>
            first is ThresholdCrossing.Reached { Epoch: var time }
                ? new ThresholdCrossing.Reached(
                    Corrected(time, t => loss.LogAt(t).Value - Threshold(outputs(t)))
                )
                : first;

        // log L*, the loss at which k components meet the level.
        double Threshold(double outputs) =>
            Math.Log(
                outputs * criterion.Epsilon / 2 / RegularizedGamma.InverseLower(outputs / 2, criterion.Level)
            );
    }

    /// <summary>Where the excess of log L changes sign, looked for around the time for equal outputs.</summary>
    private static double Corrected(double time, Func<double, double> excess)
    {
        var (early, late) = (time, time);
        while (excess(early) < 0)
            early /= 2;
        while (excess(late) > 0)
            late *= 2;
        while (late - early > 1e-10 * late)
        {
            double middle = (early + late) / 2;
            (early, late) = excess(middle) > 0 ? (middle, late) : (early, middle);
        }
        return (early + late) / 2;
    }
}
