using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>How late is late for eq. 11?</summary>
internal static class C05LateTimes
{
    private static readonly Tolerance TenPercent = new(
        0.1,
        "≫ is read as a factor of 100 and ≃ as to a tenth, both generously"
    );

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        LossForms late = findings
            .Of<ApproximationResult>()
            .Losses.Single(row => row is { SampleRatio: 0.9, Lateness: 100 });
        string at = $"relative error at λ = {late.SampleRatio} and ηt = {late.Lateness} √λ";
        yield return Judge(
            "C5a",
            "eq. 11",
            "L_tr has the late-time form of eq. 11 for ηt ≫ √λ.",
            late.Eq22,
            late.Training
        );
        yield return Judge(
            "C5b",
            "eq. 11",
            "L_gen ≃ L_tr (1−√λ)^{−2} for ηt ≫ √λ.",
            late.Eq11!.Value,
            late.Generalization
        );
        yield return Judge(
            "C5c",
            "eq. 23",
            "L_gen has the late-time form of eq. 23.",
            late.Eq23!.Value,
            late.Generalization
        );

        Claim Judge(string id, string source, string statement, double form, double exact) =>
            findings
                .Claim<ApproximationResult>(id, source, statement, at)
                .Test(predicted: 0, Measurement.Exact(Math.Abs((form / exact) - 1)), TenPercent);
    }
}
