using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The closed grokking times, eqs 12, 24 and 26, against those of the exact losses.</summary>
internal static class TimeFormulas
{
    public static IEnumerable<FormulaCheck> Check(Findings findings)
    {
        TimeForms[] all = [.. findings.Of<ApproximationResult>().Times];
        yield return Time(
            "eq. 12",
            new Formula(
                "Δt ≃ log(1/(1−√λ))/(2η(1−√λ)²)",
                "Delta t tilde.eq log(1\\/(1-sqrt(lambda))) / (2 eta (1-sqrt(lambda))^2)"
            ),
            "the exact Δt at 95 %",
            all,
            row => Off(row.Eq12, row.Difference),
            "λ ≥ 0.3 at the one smallest ε in reach, 1e-15",
            row => row is { SampleRatio: >= 0.3, Epsilon: <= 1e-15 },
            ["C6a", "C6b", "C6g", "E12"]
        );
        yield return Time(
            "eq. 24, t*_tr",
            new Formula(
                "t*_tr ≃ 3/(8η(1−√λ)²) W((2·2^{2/3}/(3ε^{2/3})) ∛((λ^{3/2} + λ^{−3/2} − 6λ + 15√λ − 6/λ + 15/√λ − 20)/π)), W Lambert's function",
                """t^*_"tr" tilde.eq 3/(8 eta (1-sqrt(lambda))^2) W((2 dot 2^(2\/3))/(3 epsilon^(2\/3)) root(3, (lambda^(3\/2) + lambda^(-3\/2) - 6 lambda + 15 sqrt(lambda) - 6\/lambda + 15\/sqrt(lambda) - 20)/pi))"""
            ),
            "the exact t*_tr at accuracy erf √2",
            all,
            row => Off(row.Eq24Training, row.Training),
            null,
            _ => true,
            ["C6c", "C6g"]
        );
        yield return Time(
            "eq. 24, t*_gen",
            new Formula(
                "t*_gen ≃ 3/(8η(1−√λ)²) W((2^{5/3}/(3ε^{2/3})) ∛((λ^{−3/2} + λ^{−1/2} − 2/λ)/π)), W Lambert's function",
                """t^*_"gen" tilde.eq 3/(8 eta (1-sqrt(lambda))^2) W(2^(5\/3)/(3 epsilon^(2\/3)) root(3, (lambda^(-3\/2) + lambda^(-1\/2) - 2\/lambda)/pi))"""
            ),
            "the exact t*_gen at accuracy erf √2",
            all,
            row => Off(row.Eq24Generalization, row.Generalization),
            "ε ≤ 1e-5",
            row => row.Epsilon <= 1e-5,
            ["C6d", "C6g"]
        );
        TimeForms[] real = [.. all.Where(row => row.Eq26 is not null)];
        yield return Time(
            "eq. 26",
            new Formula(
                "Δt ≃ eq. 12 + 3/(8η(1−√λ)²) log(1 + log (1−√λ)^{4/3}/log(2(2−2√λ)^{2/3}/(3∛π √λ ε^{2/3})))",
                "Delta t tilde.eq \"eq. 12\" + 3 / (8 eta (1 - sqrt(lambda))^2) log(1 + (log (1 - sqrt(lambda))^(4\\/3))/(log (2 (2 - 2 sqrt(lambda))^(2\\/3) \\/ (3 root(3, pi) sqrt(lambda) epsilon^(2\\/3)))))"
            ),
            $"the exact Δt at 95 %, where eq. 26 is a real number ({real.Length} of {all.Length} points)",
            real,
            row => Off(row.Eq26!.Value, row.Difference),
            "ε ≤ 1e-12",
            row => row.Epsilon <= 1e-12,
            ["C6e", "C6f", "E26"]
        );
    }

    private static FormulaCheck Time(
        string equation,
        Formula printed,
        string against,
        TimeForms[] rows,
        Func<TimeForms, double> deviation,
        string? condition,
        Func<TimeForms, bool> isWithin,
        string[] related
    )
    {
        TimeForms[] within = [.. rows.Where(isWithin)];
        return new FormulaCheck
        {
            Equation = equation,
            Printed = printed,
            Quantity = $"relative difference from {against}",
            Domain =
                $"{rows.Length} points, λ = {rows.Min(row => row.SampleRatio)} … {rows.Max(row => row.SampleRatio)}, "
                + $"ε = {rows.Min(row => row.Epsilon)} … {rows.Max(row => row.Epsilon)}",
            Deviation = rows.Max(deviation),
            Within = condition is null
                ? null
                : new Restriction($"{condition}, {within.Length} of the points", within.Max(deviation)),
            Tolerance = Readings.Approximately,
            Related = related,
        };
    }

    private static double Off(double form, double exact) => Math.Abs((form / exact) - 1);
}
