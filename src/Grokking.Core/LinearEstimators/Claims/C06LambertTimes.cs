using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>How good are the times of eq. 24?</summary>
internal static class C06LambertTimes
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        (double lambda, double epsilon) = (
            C06ClosedGrokkingTimes.PapersSampleRatio,
            C06ClosedGrokkingTimes.PapersEpsilon
        );
        TimeForms forms = findings
            .Of<ApproximationResult>()
            .Times.Single(row => row.SampleRatio == lambda && row.Epsilon == epsilon);
        GrokkingTimeComparison measured = findings
            .Of<SampleRatioResult>()
            .Times.Single(row => row.SampleRatio == lambda);
        yield return Judge(
            "C6c",
            "training",
            "t*_tr",
            forms.Eq24Training / forms.Training,
            measured.Training
        );
        yield return Judge(
            "C6d",
            "generalisation",
            "t*_gen",
            forms.Eq24Generalization / forms.Generalization,
            measured.Generalization
        );

        Claim Judge(string id, string which, string symbol, double ratio, TimeComparison time) =>
            findings
                .Claim<ApproximationResult, SampleRatioResult>(
                    id,
                    "eq. 24",
                    $"Eq. 24 gives the time at which {which} accuracy reaches erf √2.",
                    $"eq. 24 in units of the exact {symbol}, λ = {lambda}, ε = {epsilon}"
                )
                .Test(
                    predicted: 1,
                    Measurement.Exact(ratio),
                    new Tolerance(
                        time.PredictedSpread!.Value / time.Theory!.Value,
                        $"the predicted standard deviation of one draw's {which} time, as a fraction of it: less cannot be seen "
                            + "in a single run such as the paper shows"
                    )
                );
    }
}
