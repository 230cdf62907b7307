using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Theory;

namespace Grokking.LinearEstimators.Studies;

/// <summary>The exact Δt of many parameters at once; by eq. 13, which is not exact, for several outputs.</summary>
internal static class Delays
{
    /// <summary>Δt of each, in epochs and in their order; null where a crossing does not exist.</summary>
    public static double?[] Exact(
        IReadOnlyList<OneLayerParameters> parameters,
        AccuracyCriterion criterion,
        Execution execution
    )
    {
        // By the flow d_out L is a function of t/d_out (eqs. 8, 15): settings that differ in nothing else share one curve.
        IGrouping<OneLayerParameters, (int Outputs, int Place)>[] alike =
        [
            .. parameters
                .Select(
                    (one, i) =>
                        (Curve: one with { OutputDimension = 1 }, Outputs: one.OutputDimension, Place: i)
                )
                .GroupBy(point => point.Curve, point => (point.Outputs, point.Place)),
        ];
        var measures = ByKey(
            alike.Select(group => group.Key.SampleRatio),
            lambda => new MarchenkoPastur(lambda).Measure()
        );
        var thresholds = ByKey(
            parameters.Select(one => one.OutputDimension),
            outputs => outputs * AccuracyLaw.ThresholdLoss(outputs, criterion)
        );
        var delays = new double?[parameters.Count];
        Parallel.ForEach(
            alike,
            execution.Parallel,
            group =>
            {
                var theory = new OneLayerTheory(measures[group.Key.SampleRatio], group.Key);
                double[] levels = [.. group.Select(point => thresholds[point.Outputs])];
                var times = GrokkingTheory
                    .Crossings(theory.TrainingLoss, levels)
                    .Zip(
                        GrokkingTheory.Crossings(theory.GeneralizationLoss, levels),
                        (training, generalization) => new GrokkingTime(training, generalization)
                    );
                foreach (var ((outputs, place), time) in group.Zip(times))
                    delays[place] = outputs * time.Difference;
            }
        );
        return delays;
    }

    private static Dictionary<TKey, TValue> ByKey<TKey, TValue>(
        IEnumerable<TKey> keys,
        Func<TKey, TValue> value
    )
        where TKey : notnull => keys.Distinct().ToDictionary(key => key, value);
}
