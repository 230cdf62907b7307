using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do linear networks of two layers follow eqs 18 and 19?</summary>
internal static class C15TwoLayers
{
    private const string Source = "§4, eqs 18 and 19, App. E";

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        HiddenWidthComparison[] linear =
        [
            .. findings.Of<HiddenWidthResult>().Settings.Where(setting => setting.Gain == 0),
        ];
        HiddenWidthComparison widest = linear.MaxBy(setting => setting.HiddenWidth)!;
        string widths = $"worst of d_h = {string.Join(", ", linear.Select(setting => setting.HiddenWidth))}";
        yield return Judge(
            "C15a",
            "At first ‖D‖² is 1/(2d_h).",
            $"‖D(0)‖² in units of 1/(2d_h), {widths}",
            predicted: 1,
            linear.Select(one => Measurement.Of(one.InitialDistance).In(one.ExpectedInitialDistance)),
            new Tolerance(0.25, "half the distance to a lost factor of 2")
        );
        yield return Judge(
            "C15b",
            "For d_h ≫ d_out, h(0) ≃ ½.",
            $"h(0) at the larger width, d_h = {widest.HiddenWidth}",
            predicted: 0.5,
            [Measurement.Of(widest.InitialWeights)],
            new Tolerance(0.05, "a tenth of ½: h multiplies time")
        );
        yield return Judge(
            "C15c",
            "h stays what it was.",
            $"a replica's largest change of h at any epoch, as a fraction of h(0), mean over replicas, {widths}",
            predicted: 0,
            linear.Select(one => Measurement.Of(one.LargestWeightsChange)),
            new Tolerance(0.1, "h multiplies time: a tenth of one is a tenth of the other")
        );
        yield return Judge(
            "C15d",
            "Both losses are ‖D(0)‖² times those of one layer at η/(2d_out²), as eq. 19 is printed.",
            $"a replica's largest |log(L measured / L printed)| of either loss at any epoch, mean over replicas, {widths}",
            predicted: 0,
            linear.Select(one => Measurement.Of(one.ReplicasFromPrinted)),
            Readings.TwoLayerLosses
        );
        HiddenWidthComparison[] timed =
        [
            .. linear.Where(one =>
                one.Training is { Measured: not null, AsPrinted: not null, Theory: not null }
            ),
        ];
        Claim times = findings.Claim<HiddenWidthResult>(
            "C15e",
            Source,
            "Training accuracy reaches its level when eq. 19, as printed, says.",
            $"measured t*_tr in units of the printed prediction, {widths}"
        );
        yield return timed.Length == linear.Length
            ? times.Test(
                predicted: 1,
                Measurement.Worst(
                    linear.Select(one =>
                        Measurement.Of(one.Training.Measured!).In(one.Training.AsPrinted!.Value)
                    ),
                    predicted: 1
                ),
                new Tolerance(
                    linear.Min(one => 1 - (one.Training.Theory!.Value / one.Training.AsPrinted!.Value)) / 2,
                    "half the distance to the time by eq. 19 with its factor 1/d_out, where the two are nearest"
                )
            )
            : times;

        Claim Judge(
            string id,
            string statement,
            string quantity,
            double predicted,
            IEnumerable<Measurement> measured,
            Tolerance tolerance
        ) =>
            findings
                .Claim<HiddenWidthResult>(id, Source, statement, quantity)
                .Test(predicted, Measurement.Worst(measured, predicted), tolerance);
    }
}
