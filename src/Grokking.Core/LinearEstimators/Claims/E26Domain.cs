using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eq. 26 is no real number at the parameters of the paper, and near Δt only where a logarithm is large.</summary>
internal static class E26Domain
{
    public static Erratum Of(Findings findings)
    {
        TimeForms[] all = [.. findings.Of<ApproximationResult>().Times];
        TimeForms[] within = [.. all.Where(row => row.Epsilon >= Lower(row) && row.Epsilon <= Upper(row))];
        TimeForms[] papers =
        [
            .. all.Where(row => row.SampleRatio == C06ClosedGrokkingTimes.PapersSampleRatio),
        ];
        string papersRatio = $"at λ = {C06ClosedGrokkingTimes.PapersSampleRatio}";
        TimeForms largest = papers.MaxBy(row => row.Epsilon)!;
        TimeForms below = papers.Where(row => row.Epsilon < Lower(row)).MaxBy(row => row.Epsilon)!;
        TimeForms worstAbove = all.Where(row => row.Epsilon > Upper(row)).MaxBy(Off)!;
        TimeForms worstBelow = all.Where(row => row.Epsilon < Lower(row)).MaxBy(Off)!;
        // Farthest from λ → 1, and nowhere near the band: what is off there is the logarithm that is not large.
        IEnumerable<TimeForms> outside = all.Where(row => row is { SampleRatio: 0.1, Epsilon: >= 1e-9 });
        return new Erratum
        {
            Id = "E26",
            Source = "the domain of eq. 26",
            Printed = new Formula(
                "Δt ≃ eq. 12 + 3/(8η(1−√λ)²) · log(1 + log (1−√λ)^{4/3} / log A), without a domain",
                "Delta t tilde.eq \"eq. 12\" + 3 / (8 eta (1 - sqrt(lambda))^2) log(1 + (log (1 - sqrt(lambda))^(4\\/3))/(log A)), quad A = (2 (2 - 2 sqrt(lambda))^(2\\/3)) / (3 root(3, pi) sqrt(lambda) epsilon^(2\\/3))"
            ),
            // 1 + log B/log A with B = (1−√λ)^{4/3} < 1 is positive for A < 1, where both logarithms are negative, and for
            // AB > 1; ε ∝ A^{−3/2} puts A = 1 at ε₁ and AB = 1 at ε₁(1−√λ)². Eq. 26 is W(A) − W(AB) with W(x) ≃ log x − log log x,
            // which takes log AB ≫ 1; AB ≫ 1 is not enough.
            Derived = new Formula(
                "the same, no real number for ε₁(1−√λ)² ≤ ε ≤ ε₁, ε₁ = 4√2 (1−√λ)/(√(27π) λ^{3/4}), and near Δt only for "
                    + "log(ε₁(1−√λ)²/ε) ≫ 1",
                """ "not real for" epsilon_1 (1 - sqrt(lambda))^2 <= epsilon <= epsilon_1, quad epsilon_1 = (4 sqrt(2) (1 - sqrt(lambda))) / (sqrt(27 pi) lambda^(3\/4)), \ "near" Delta t "only for " log(epsilon_1 (1 - sqrt(lambda))^2 \/ epsilon) >> 1"""
            ),
            Decision = new Decision(
                $"share of the {within.Length} points (λ, ε) of the grid with ε₁(1−√λ)² ≤ ε ≤ ε₁ at which eq. 26 is a real number",
                1,
                0,
                Measurement.Exact(within.Count(row => row.Eq26 is not null) / (double)within.Length)
            ),
            Evidence = new Dictionary<string, Measurement>(
                outside.Select(row =>
                    KeyValuePair.Create(
                        $"eq. 26 over the exact Δt {At(row)}, log(ε₁(1−√λ)²/ε) = {Math.Log(Lower(row) / row.Epsilon):F1}",
                        OverExact(row)
                    )
                )
            )
            {
                [$"smallest ε {papersRatio} at which it is no real number"] = Measurement.Exact(
                    Lower(largest)
                ),
                ["the paper's ε"] = Measurement.Exact(C06ClosedGrokkingTimes.PapersEpsilon),
                [$"largest ε {papersRatio} at which it is no real number"] = Measurement.Exact(
                    Upper(largest)
                ),
                [$"eq. 26 over the exact Δt {At(below)}, below the band"] = OverExact(below),
                [$"farthest off below the band, {At(worstBelow)}"] = OverExact(worstBelow),
                [$"eq. 26 over the exact Δt {At(largest)}, above the band"] = OverExact(largest),
                [$"farthest off above the band, {At(worstAbove)}"] = OverExact(worstAbove),
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E26Domain.cs",
            Command = findings.Command("E26"),
            Studies = [findings.StudyOf<ApproximationResult>()],
        };
    }

    /// <summary>ε₁, the ε at which A = 1.</summary>
    private static double Upper(TimeForms row) =>
        4 * Math.Sqrt(2) * Gap(row) / (Math.Sqrt(27 * Math.PI) * Math.Pow(row.SampleRatio, 0.75));

    /// <summary>ε₁(1−√λ)², the ε at which A (1−√λ)^{4/3} = 1.</summary>
    private static double Lower(TimeForms row) => Upper(row) * Gap(row) * Gap(row);

    private static double Gap(TimeForms row) => 1 - Math.Sqrt(row.SampleRatio);

    private static double Off(TimeForms row) => Math.Abs((row.Eq26 / row.Difference - 1) ?? 0);

    private static Measurement OverExact(TimeForms row) =>
        Findings.Computed((row.Eq26 ?? 0) / row.Difference);

    private static string At(TimeForms row) => $"at λ = {row.SampleRatio}, ε = {row.Epsilon}";
}
