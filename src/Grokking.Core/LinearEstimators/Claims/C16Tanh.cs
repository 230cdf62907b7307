using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do networks with tanh behave like linear ones?</summary>
internal static class C16Tanh
{
    private const string Source = "§4, Fig. 5";

    /// <summary>C16a.</summary>
    public static IEnumerable<Claim> JudgeLosses(Findings findings)
    {
        (HiddenWidthComparison Tanh, HiddenWidthComparison Linear)[] pairs = Pairs(findings);
        yield return findings
            .Claim<HiddenWidthResult>(
                "C16a",
                Source,
                "The losses of a tanh network are those of the linear one.",
                "a replica's largest |log(L tanh / L linear)| of either loss at any epoch, from the same draw, mean over "
                    + $"replicas, {Widths(pairs)}"
            )
            .Test(
                predicted: 0,
                Measurement.Worst(
                    pairs.Select(pair => Measurement.Of(pair.Tanh.ReplicasFromLinear!)),
                    predicted: 0
                ),
                new Tolerance(
                    Math.Log(1.25),
                    "a quarter either way is a tenth of a decade: on the figure's axis of several decades the lines of "
                        + "the two lie on each other"
                )
            );
    }

    /// <summary>C16b.</summary>
    public static IEnumerable<Claim> JudgeAccuracies(Findings findings)
    {
        (HiddenWidthComparison Tanh, HiddenWidthComparison Linear)[] pairs = Pairs(findings);
        IReadOnlyList<GainComparison> gains = findings.Of<GainResult>().Gains;
        GainComparison? first = gains.FirstOrDefault(one => one.GeneralizationDeviation.Mean > Math.Log(2));
        (string Time, Measurement Ratio)[] reached =
        [
            .. pairs.SelectMany(pair => Ratios("t*_tr", pair.Tanh.Training, pair.Linear.Training)),
            .. pairs.SelectMany(pair =>
                Ratios("t*_gen", pair.Tanh.Generalization, pair.Linear.Generalization)
            ),
        ];
        Claim times = findings.Claim<HiddenWidthResult, GainResult>(
            "C16b",
            Source,
            "Its accuracies reach their level when those of the linear network do.",
            $"{string.Join(" and ", reached.Select(one => one.Time).Distinct())} with tanh over the same without, of the same "
                + $"replicas, {Widths(pairs)}; the agreement is one of small arguments: "
                + (
                    first is null
                        ? "it lasts at every gain tried"
                        : $"the first gain tried at which L_gen is off by more than a factor of 2 is {first.Gain}"
                )
        );
        yield return reached.Length > 0
            ? times.Test(
                predicted: 1,
                Measurement.Worst(reached.Select(one => one.Ratio), predicted: 1),
                new Tolerance(
                    0.1,
                    "a tenth: the same draws, so that nothing but tanh, and 1e-3 of the integrator, tells the two apart"
                )
            )
            : times;

        // Only a time that every replica of both networks reaches has a ratio.
        static IEnumerable<(string, Measurement)> Ratios(string name, TwoLayerTime tanh, TwoLayerTime linear)
        {
            double?[] ratios = [.. tanh.Values.Zip(linear.Values, (one, other) => one / other)];
            if (ratios.All(ratio => ratio is not null))
                yield return (name, Measurement.Of(ratios.Select(ratio => ratio!.Value)));
        }
    }

    /// <summary>The networks with tanh, each with the linear one of the same draw.</summary>
    private static (HiddenWidthComparison Tanh, HiddenWidthComparison Linear)[] Pairs(Findings findings)
    {
        IReadOnlyList<HiddenWidthComparison> all = findings.Of<HiddenWidthResult>().Settings;
        return
        [
            .. from tanh in all
            where tanh.Gain > 0
            select (tanh, all.Single(one => one.Gain == 0 && one.HiddenWidth == tanh.HiddenWidth)),
        ];
    }

    private static string Widths((HiddenWidthComparison Tanh, HiddenWidthComparison Linear)[] pairs) =>
        $"worst of d_h = {string.Join(", ", pairs.Select(pair => pair.Tanh.HiddenWidth))}";
}
