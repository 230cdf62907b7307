using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>
/// Is the time that eq. 11 calls late, late enough? L_tr and eq. 23 take √λ ηt ≫ 1 (E11), and √λ ηt is λ times the factor by
/// which ηt exceeds √λ: whatever factor ≫ is read as, there is a λ so small that it is not enough.
/// </summary>
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
            row => row.Training,
            "√λ ηt, which is λ times the factor: a larger one only moves it to smaller λ (E11)"
        );
        yield return Judge(
            "C5b",
            "eq. 11",
            "L_gen ≃ L_tr (1−√λ)^{−2} for ηt ≫ √λ.",
            row => row.Eq11,
            row => row.Generalization,
            "(1−√λ)² ηt as well: a larger one only moves it nearer to λ = 1 (E11)"
        );
        yield return Judge(
            "C5c",
            "eq. 23",
            "L_gen has the late-time form of eq. 23 for ηt ≫ √λ.",
            row => row.Eq23,
            row => row.Generalization,
            "√λ ηt, which is λ times the factor: a larger one only moves it to smaller λ (E11)"
        );

        Claim Judge(
            string id,
            string source,
            string statement,
            Func<LossForms, double?> form,
            Func<LossForms, double> exact,
            string matter
        )
        {
            LossForms[] rows = [.. late.Where(row => form(row) is not null)];
            LossForms worst = rows.MaxBy(Off)!;
            IEnumerable<string> stricter = rows.Select(row => row.Lateness)
                .Distinct()
                .Where(factor => factor > Readings.MuchLarger)
                .Order()
                .Select(factor => (factor, Worst: rows.Where(row => row.Lateness >= factor).MaxBy(Off)!))
                .Select(one => $"{Off(one.Worst):G2} with {one.factor} (λ = {one.Worst.SampleRatio})");
            return findings
                .Claim<ApproximationResult>(
                    id,
                    source,
                    statement,
                    $"largest relative error at ηt ≥ {Readings.MuchLarger} √λ, {rows.Length} points with λ = "
                        + $"{rows.Min(row => row.SampleRatio)} … {rows.Max(row => row.SampleRatio)}; it is the one at "
                        + $"λ = {worst.SampleRatio}, ηt = {worst.Lateness} √λ; with larger "
                        + $"factors than {Readings.MuchLarger} for ≫ it is {string.Join(", ", stricter)}; the error is a matter of {matter}"
                )
                .Compute(predicted: 0, Off(worst), Readings.Approximately);

            double Off(LossForms row) => Math.Abs((form(row)!.Value / exact(row)) - 1);
        }
    }
}
