using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The closed and late-time losses, eqs 9, 11, 22 and 23, against the expectations of eq. 8.</summary>
internal static class LossFormulas
{
    public static IEnumerable<FormulaCheck> Check(Findings findings)
    {
        LossForms[] all = [.. findings.Of<ApproximationResult>().Losses];
        LossForms[] closed = [.. all.Where(row => row.Eq9 is not null)];
        LossForms[] late = [.. all.Where(row => row.Lateness >= Readings.MuchLarger)];
        yield return new FormulaCheck
        {
            Equation = "eq. 9",
            Printed = new Formula(
                "L_tr = e^{−4η(λ+1)t} ₀F̃₁(2; 16η²t²λ)",
                """L_"tr" = e^(-4 eta (lambda+1) t) attach(tilde(F), bl: 0, br: 1) (2; 16 eta^2 t^2 lambda)"""
            ),
            Quantity = "relative difference from the expectation of eq. 8",
            Domain = $"{closed.Length} points, {Ratios(closed)}, 8√λ ηt ≤ 700",
            Deviation = closed.Max(row => Off(row.Eq9!.Value, row.Training)),
            Tolerance = new Tolerance(1e-9, "the relative accuracy that the quadrature promises"),
            Related = ["C3"],
        };
        yield return Gloss(findings);
        yield return LateForm(
            "eqs 11 and 22, L_tr",
            new Formula(
                "L_tr ≃ e^{−4η(1−√λ)²t}/(16√π λ^{3/4}(ηt)^{3/2})",
                """L_"tr" tilde.eq e^(-4 eta (1-sqrt(lambda))^2 t) / (16 sqrt(pi) lambda^(3\/4) (eta t)^(3\/2))"""
            ),
            late,
            row => Off(row.Eq22, row.Training),
            "√λ ηt ≥ 1",
            row => Math.Sqrt(row.SampleRatio) * row.EtaTime,
            1,
            ["C5a", "E11"]
        );
        yield return LateForm(
            "eq. 11, L_gen",
            new Formula("L_gen ≃ L_tr (1−√λ)^{−2}", """L_"gen" tilde.eq L_"tr" (1-sqrt(lambda))^(-2)"""),
            [.. late.Where(row => row.Eq11 is not null)],
            row => Off(row.Eq11!.Value, row.Generalization),
            "(1−√λ)² ηt ≥ 4",
            row => row.Exponent,
            4,
            ["C5b", "E11"]
        );
        yield return LateForm(
            "eq. 23",
            new Formula(
                "L_gen ≃ √(ηt) e^{−4η(1−√λ)²t}/(2√π ηt λ^{3/4}) − (1−√λ) Γ(½, 4ηt(1−√λ)²)/(√π λ^{3/4})",
                """L_"gen" tilde.eq (sqrt(eta t) e^(-4 eta (1-sqrt(lambda))^2 t)) / (2 sqrt(pi) eta t lambda^(3\/4)) - (1-sqrt(lambda)) / (sqrt(pi) lambda^(3\/4)) Gamma(1/2, 4 eta t (1-sqrt(lambda))^2)"""
            ),
            [.. late.Where(row => row.Eq23 is not null)],
            row => Off(row.Eq23!.Value, row.Generalization),
            "√λ ηt ≥ 1",
            row => Math.Sqrt(row.SampleRatio) * row.EtaTime,
            1,
            ["C5c", "E11"]
        );
    }

    private static FormulaCheck Gloss(Findings findings)
    {
        GlossForms[] rows = [.. findings.Of<ApproximationResult>().Glosses];
        GlossForms[] ofEq9 = [.. rows.Where(row => row.Parameter == 2)];
        return new FormulaCheck
        {
            Equation = "eq. 9, text beside it",
            Printed = new Formula(
                "₀F̃₁(a; z) = ₀F₁(a; z) Γ(a)",
                """attach(tilde(F), bl: 0, br: 1) (a; z) = attach(F, bl: 0, br: 1) (a; z) Gamma(a)"""
            ),
            Quantity =
                "relative difference from Σ z^k/(Γ(a+k) k!), which is ₀F₁(a; z) divided by Γ(a); eq. 9 itself, with Γ(2) = 1, is "
                + "none the worse",
            Domain =
                $"{rows.Length} points, a = {string.Join(", ", rows.Select(row => row.Parameter).Distinct())}, z = "
                + $"{rows.Min(row => row.Argument)} … {rows.Max(row => row.Argument)}",
            Deviation = rows.Max(row => Off(row.AsPrinted, row.Regularized)),
            Within = new Restriction(
                $"a = 2, as in eq. 9, {ofEq9.Length} of the points",
                ofEq9.Max(row => Off(row.AsPrinted, row.Regularized))
            ),
            Tolerance = new Tolerance(1e-9, "an identity: nothing but rounding can part the two"),
            Related = ["C3"],
        };
    }

    private static FormulaCheck LateForm(
        string equation,
        Formula printed,
        LossForms[] rows,
        Func<LossForms, double> deviation,
        string condition,
        Func<LossForms, double> measure,
        double least,
        string[] related
    )
    {
        LossForms[] within = [.. rows.Where(row => measure(row) >= least * (1 - 1e-12))];
        return new FormulaCheck
        {
            Equation = equation,
            Printed = printed,
            Quantity = "relative difference from the expectation of eq. 8",
            Domain = $"{rows.Length} points, {Ratios(rows)}, ηt ≥ {Readings.MuchLarger} √λ",
            Deviation = rows.Max(deviation),
            Within = new Restriction($"{condition}, {within.Length} of the points", within.Max(deviation)),
            Tolerance = Readings.Approximately,
            Related = related,
        };
    }

    private static double Off(double form, double exact) => Math.Abs((form / exact) - 1);

    private static string Ratios(LossForms[] rows) =>
        $"λ = {rows.Min(row => row.SampleRatio)} … {rows.Max(row => row.SampleRatio)}";
}
