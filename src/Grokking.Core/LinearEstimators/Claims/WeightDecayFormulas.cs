using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eqs 15 and 16: the losses under weight decay against measured networks, their limits against eq. 15.</summary>
internal static class WeightDecayFormulas
{
    // A bound of its own, no reading of γ ≪ (1−√λ)²: so deep in that domain that all that is left is a wrong factor.
    private const double Small = 1e-3;

    public static IEnumerable<FormulaCheck> Check(Findings findings)
    {
        WeightDecayResult measured = findings.Of<WeightDecayResult>();
        yield return new FormulaCheck
        {
            Equation = "eq. 15",
            Printed = new Formula(
                "L = ½ E[q(e^{−4η(ν+γ/2)t} + ((νe^{−2η(ν+γ/2)t} + γ/2)/(ν+γ/2))²)], q = ν in training, 1 in generalisation",
                """L = 1/2 EE_nu [q (e^(-4 eta (nu + gamma/2) t) + ((nu e^(-2 eta (nu + gamma/2) t) + gamma/2) / (nu + gamma/2))^2)]"""
            ),
            Quantity = C01LossesFollowTheory.InSpreadsOfOneDraw,
            Domain =
                $"measured at λ = {measured.Settings[0].SampleRatio}, γ = "
                + string.Join(", ", measured.Settings.Select(setting => setting.WeightDecay)),
            Deviation = measured.Settings.Max(setting =>
                C01LossesFollowTheory.Worst(setting).Reach(predicted: 0)
            ),
            Tolerance = C01LossesFollowTheory.TwoSpreads,
            Related = ["C13a", "C14a"],
        };

        DecayForms[] all = [.. findings.Of<ApproximationResult>().Limits];
        DecayForms[] small =
        [
            .. all.Where(row => row.WeightDecay <= Small * Math.Pow(1 - Math.Sqrt(row.SampleRatio), 2)),
        ];
        yield return new FormulaCheck
        {
            Equation = "eq. 16, L",
            Printed = new Formula(
                "L_tr ≃ γ²/(4(1−λ)), L_gen ≃ γ²/(4(1−λ)³)",
                """L_"tr" tilde.eq gamma^2 / (4 (1-lambda)), quad L_"gen" tilde.eq gamma^2 / (4 (1-lambda)^3)"""
            ),
            Quantity = "relative difference from the limit of eq. 15, the worse of the two losses",
            Domain = Domain(all),
            Deviation = all.Max(Limits),
            Within = new Restriction($"γ ≤ {Small} (1−√λ)², {small.Length} of the points", small.Max(Limits)),
            Tolerance = Readings.Approximately,
            Related = ["C12a", "C12b", "C12c", "E16a"],
        };

        DecayForms[] felt =
        [
            .. all.Where(row =>
                row.Difference is { } with && Math.Abs((with / row.DifferenceWithout) - 1) > 0.01
            ),
        ];
        yield return new FormulaCheck
        {
            Equation = "eq. 16, Δt",
            Printed = new Formula(
                "Δt ≃ log(1+√λ)/(2η(1−√λ)²)",
                "Delta t tilde.eq log(1 + sqrt(lambda)) / (2 eta (1 - sqrt(lambda))^2)"
            ),
            Quantity = "relative difference from the exact Δt at ε = 1e-3",
            Domain = $"{Domain(felt)}, where γ changes Δt by more than a hundredth",
            Deviation = felt.Max(row => Off(row.Eq16Difference, row.Difference!.Value)),
            Tolerance = Readings.Approximately,
            Related = ["C13b", "C13c", "E16b"],
        };
    }

    private static double Limits(DecayForms row) =>
        Math.Max(Off(row.Eq16Training, row.Training), Off(row.Eq16Generalization, row.Generalization));

    private static double Off(double form, double exact) => Math.Abs((form / exact) - 1);

    private static string Domain(DecayForms[] rows) =>
        $"{rows.Length} points, λ = {rows.Min(row => row.SampleRatio)} … {rows.Max(row => row.SampleRatio)}, γ = "
        + $"{rows.Min(row => row.WeightDecay)} … {rows.Max(row => row.WeightDecay)}";
}
