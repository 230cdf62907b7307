using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eq. 26 is no real number at the parameters of the paper.</summary>
internal static class E26Domain
{
    public static Erratum Of(Findings findings)
    {
        TimeForms[] real = [.. findings.Of<ApproximationResult>().Times.Where(row => row.Eq26 is not null)];
        TimeForms[] rows = [.. findings.Of<ApproximationResult>().Times.Where(row => row.SampleRatio == 0.9)];
        TimeForms farthest = real.MaxBy(row => Math.Abs(Over(row) - 1))!;
        TimeForms largest = rows.Where(row => row.Eq26 is not null).MaxBy(row => row.Epsilon)!;
        // A (1−√λ)^{4/3} = 1 solved for ε.
        double gap = 1 - Math.Sqrt(largest.SampleRatio);
        double bound =
            4
            * Math.Sqrt(2)
            * Math.Pow(gap, 3)
            / (Math.Sqrt(27 * Math.PI) * Math.Pow(largest.SampleRatio, 0.75));
        TimeForms[] above = [.. rows.Where(row => row.Epsilon > bound)];
        return new Erratum
        {
            Id = "E26",
            Source = "the domain of eq. 26",
            Printed = new Formula(
                "Δt ≃ eq. 12 + 3/(8η(1−√λ)²) · log(1 + log (1−√λ)^{4/3} / log A), without a domain",
                "Delta t tilde.eq \"eq. 12\" + 3 / (8 eta (1 - sqrt(lambda))^2) log(1 + (log (1 - sqrt(lambda))^(4\\/3))/(log A)), quad A = (2 (2 - 2 sqrt(lambda))^(2\\/3)) / (3 root(3, pi) sqrt(lambda) epsilon^(2\\/3))"
            ),
            // log log of the argument of the training time's Lambert function must exist: A (1−√λ)^{4/3} > 1.
            Derived = new Formula(
                "eq. 26, only for ε < 4√2 (1−√λ)³/(√(27π) λ^{3/4}), where it is real; that is necessary, not sufficient",
                "\"eq. 26, only for\" epsilon < (4 sqrt(2) (1 - sqrt(lambda))^3) / (sqrt(27 pi) lambda^(3\\/4)) quad \"(necessary, not sufficient)\""
            ),
            Decision = new Decision(
                $"share of the grid's ε above that bound, λ = {largest.SampleRatio}, at which eq. 26 is a real number",
                1,
                0,
                Measurement.Exact(above.Count(row => row.Eq26 is not null) / (double)above.Length)
            ),
            Evidence = new Dictionary<string, Measurement>
            {
                ["largest ε at λ = 0.9"] = Measurement.Exact(bound),
                ["the paper's ε"] = Measurement.Exact(1e-3),
                ["largest ε on the grid at which it is a real number"] = Measurement.Exact(largest.Epsilon),
                ["eq. 26 over the exact Δt there"] = Findings.Computed(Over(largest)),
                [
                    $"eq. 26 over the exact Δt where it is real and farthest off, λ = {farthest.SampleRatio}, ε = {farthest.Epsilon}"
                ] = Findings.Computed(Over(farthest)),
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E26Domain.cs",
            Command = findings.CommandFor<ApproximationResult>(),
            Studies = [findings.StudyOf<ApproximationResult>()],
        };

        static double Over(TimeForms row) => row.Eq26!.Value / row.Difference;
    }
}
