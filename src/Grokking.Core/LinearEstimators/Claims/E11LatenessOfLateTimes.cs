using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eq. 11 is said to hold for ηt ≫ √λ; it takes more.</summary>
internal static class E11LatenessOfLateTimes
{
    public static Erratum Of(Findings findings)
    {
        LossForms[] rows = [.. findings.Of<ApproximationResult>().Losses.Where(row => row.Eq11 is not null)];
        LossForms papers = rows.Single(row => row is { SampleRatio: 0.9, Lateness: 100 });
        LossForms small = rows.Single(row => row is { SampleRatio: 0.001, Lateness: 100 });
        LossForms truly = rows.Where(row => row.SampleRatio == papers.SampleRatio)
            .MaxBy(row => row.Exponent)!;
        return new Erratum
        {
            Id = "E11",
            Source = "the condition of eqs 11 and 23",
            Printed = new Formula("ηt ≫ √λ", "eta t >> sqrt(lambda)"),
            // Hankel's expansion of I₁(8√λ ηt) in eq. 9 needs √λ ηt ≫ 1. Eq. 23 is the integral of 4ηL_tr from t on and
            // needs no more; it is L_tr/(1−√λ)² as in eq. 11 only if e^{−4η(1−√λ)²t} falls faster than t^{−3/2}.
            Derived = new Formula(
                "ηt ≫ 1/√λ for L_tr and for eq. 23, and ηt ≫ 1/(1−√λ)² as well for L_gen by eq. 11",
                """eta t >> 1 / sqrt(lambda) "for" L_"tr" "and eq. 23", quad eta t >> 1 / (1 - sqrt(lambda))^2 "as well for" L_"gen" "by eq. 11" """
            ),
            Decision = new Decision(
                "eq. 11 for L_gen over the exact loss at λ = 0.9, ηt = 100 √λ; derived: over eq. 23, which takes the whole integral",
                1,
                papers.Eq11!.Value / papers.Eq23!.Value,
                Findings.Computed(papers.Eq11!.Value / papers.Generalization)
            ),
            Evidence = new Dictionary<string, Measurement>
            {
                ["relative error of L_gen at λ = 0.9, ηt = 100 √λ"] = Findings.Computed(
                    (papers.Eq11!.Value / papers.Generalization) - 1
                ),
                ["(1−√λ)² ηt there"] = Measurement.Exact(papers.Exponent),
                ["relative error of L_tr at λ = 0.001, ηt = 100 √λ"] = Findings.Computed(
                    (small.Eq22 / small.Training) - 1
                ),
                ["√λ ηt there"] = Measurement.Exact(Math.Sqrt(small.SampleRatio) * small.EtaTime),
                ["relative error of L_gen at λ = 0.9 once (1−√λ)² ηt is as below"] = Findings.Computed(
                    (truly.Eq11!.Value / truly.Generalization) - 1
                ),
                ["(1−√λ)² ηt for that"] = Measurement.Exact(truly.Exponent),
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E11LatenessOfLateTimes.cs",
            Command = findings.Command("E11"),
            Studies = [findings.StudyOf<ApproximationResult>()],
        };
    }
}
