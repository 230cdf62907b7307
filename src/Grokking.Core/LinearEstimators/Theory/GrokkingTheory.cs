using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>When training and generalisation accuracy reach their level: L(t*) = L* of <see cref="AccuracyLaw"/>.</summary>
public static class GrokkingTheory
{
    /// <summary>t*_tr and t*_gen, by eq. 13 for several outputs; <see cref="UnequalOutputs"/> is nearer to networks.</summary>
    /// <param name="theory">The losses.</param>
    /// <param name="criterion">ε and the level.</param>
    /// <returns>
    /// Each t*: <see cref="ThresholdCrossing.Initially"/> if L(0) ≤ L*, <see cref="ThresholdCrossing.Never"/> if the
    /// limit of L is not below L*, otherwise reached at a time known to 1e-9 relative for λ in [1e-3, 100] with
    /// |λ − 1| ≥ 1e-6 or λ = 1, unless L* lies so close to L(0) or the limit that log L hardly changes there:
    /// the error is that of L over |d log L/d log t|.
    /// </returns>
    public static GrokkingTime Times(OneLayerTheory theory, AccuracyCriterion criterion)
    {
        double threshold = AccuracyLaw.ThresholdLoss(theory.Parameters.OutputDimension, criterion);
        return new GrokkingTime(
            Crossing(theory.TrainingLoss, threshold),
            Crossing(theory.GeneralizationLoss, threshold)
        );
    }

    /// <summary>The times with their spread from draw to draw.</summary>
    /// <param name="theory">The losses.</param>
    /// <param name="criterion">ε and the level.</param>
    public static GrokkingTimePrediction Predict(OneLayerTheory theory, AccuracyCriterion criterion)
    {
        GrokkingTime times = Times(theory, criterion);
        double? training = Variance(theory.TrainingLoss, times.Training);
        double? generalization = Variance(theory.GeneralizationLoss, times.Generalization);
        double? difference = null;
        if (
            times is
            {
                Training: ThresholdCrossing.Reached { Epoch: var first },
                Generalization: ThresholdCrossing.Reached { Epoch: var second }
            }
        )
        {
            double covariance =
                theory.CovarianceOfLogs(first, second)
                / theory.TrainingLoss.LogDerivative(first).Value
                / theory.GeneralizationLoss.LogDerivative(second).Value;
            difference = Math.Max(0, training!.Value + generalization!.Value - (2 * covariance));
        }
        return new GrokkingTimePrediction(times, Root(training), Root(generalization), Root(difference));
    }

    /// <summary>t* of one loss.</summary>
    /// <param name="loss">L(t).</param>
    /// <param name="threshold">L*, positive; infinity is met initially.</param>
    /// <returns>See <see cref="Times"/>.</returns>
    public static ThresholdCrossing Crossing(LossCurve loss, double threshold) =>
        Crossings(loss, [threshold]).Single();

    /// <summary>The same for several thresholds, in their order.</summary>
    internal static IReadOnlyList<ThresholdCrossing> Crossings(LossCurve loss, IEnumerable<double> thresholds)
    {
        // In log t the logarithm of the loss is nearly straight at both ends: flat, then a power law or an exponential.
        const double shortest = -700;
        const double longest = 700;
        double start = loss.At(0).Value;
        double limit = loss.Final().Value;
        double natural = Math.Clamp(-Math.Log(-loss.LogDerivative(0).Value), shortest, longest);
        return [.. thresholds.Select(Crossing)];

        ThresholdCrossing Crossing(double threshold)
        {
            if (start <= threshold)
                return new ThresholdCrossing.Initially();
            if (limit >= threshold)
                return new ThresholdCrossing.Never();
            double target = Math.Log(threshold);
            return DecreasingRoot.Find(Excess, natural, shortest, longest) switch
            {
                RootOutcome.Found found => new ThresholdCrossing.Reached(Math.Exp(found.Position)),
                RootOutcome.BelowInterval => new ThresholdCrossing.Initially(),
                _ => new ThresholdCrossing.NotReachedBy(Math.Exp(longest)),
            };

            (double, double) Excess(double logTime)
            {
                double time = Math.Exp(logTime);
                var (value, slope) = loss.LogWithSlope(time);
                return (value - target, slope * time);
            }
        }
    }

    private static double? Variance(LossCurve loss, ThresholdCrossing crossing) =>
        crossing is ThresholdCrossing.Reached { Epoch: var time }
            ? loss.RelativeVariance(time) / Math.Pow(loss.LogDerivative(time).Value, 2)
            : null;

    private static double? Root(double? variance) => variance is { } value ? Math.Sqrt(value) : null;
}
