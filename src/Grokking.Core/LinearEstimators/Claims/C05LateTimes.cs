using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Is the time that eq. 11 calls late, late enough?</summary>
internal static class C05LateTimes
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        LossForms[] late =
        [
            .. findings.Of<ApproximationResult>().Losses.Where(row => row.Lateness >= Readings.MuchLarger),
        ];
        yield return Judge(
            "C5a",
            "eqs 11 and 22",
            "L_tr has the late-time form of eq. 11 for ηt ≫ √λ.",
            row => row.Eq22,
            row => row.Training
        );
        yield return Judge(
            "C5b",
            "eq. 11",
            "L_gen ≃ L_tr (1−√λ)^{−2} for ηt ≫ √λ.",
            row => row.Eq11,
            row => row.Generalization
        );
        yield return Judge(
            "C5c",
            "eq. 23",
            "L_gen has the late-time form of eq. 23 for ηt ≫ √λ.",
            row => row.Eq23,
            row => row.Generalization
        );

        Claim Judge(
            string id,
            string source,
            string statement,
            Func<LossForms, double?> form,
            Func<LossForms, double> exact
        )
        {
            LossForms[] rows = [.. late.Where(row => form(row) is not null)];
            LossForms worst = rows.MaxBy(Off)!;
            return findings
                .Claim<ApproximationResult>(
                    id,
                    source,
                    statement,
                    $"largest relative error at ηt ≥ {Readings.MuchLarger} √λ, {rows.Length} points with λ = "
                        + $"{rows.Min(row => row.SampleRatio)} … {rows.Max(row => row.SampleRatio)}; it is the one at "
                        + $"λ = {worst.SampleRatio}, ηt = {worst.Lateness} √λ"
                )
                .Compute(predicted: 0, Off(worst), Readings.Approximately);

            double Off(LossForms row) => Math.Abs((form(row)!.Value / exact(row)) - 1);
        }
    }
}
