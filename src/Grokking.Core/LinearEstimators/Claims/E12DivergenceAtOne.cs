using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The grokking time at a given ε stays finite as λ → 1.</summary>
internal static class E12DivergenceAtOne
{
    public static Erratum Of(Findings findings)
    {
        CriticalRatioResult result = findings.Of<CriticalRatioResult>();
        CriticalDelay nearest = result.Near.Where(one => one.Epsilon == 1e-3).MinBy(one => one.Distance)!;
        CriticalDelay atOne = result.AtOne.Single(one => one.Epsilon == nearest.Epsilon);
        CriticalDelay simulated = result.AtOne.Single(one => one.Epsilon == result.Measured.Epsilon);
        TimeForms text = findings.Of<ApproximationResult>().Times.MaxBy(row => row.SampleRatio)!;
        var evidence = new Dictionary<string, Measurement>
        {
            ["printed limit over eq. 12 at the largest λ below 1 (the limit itself is right)"] =
                Measurement.Exact(text.Eq12NearOne / text.Eq12),
            ["eq. 12 at 1 − λ = 1e-6, ε = 1e-3, in epochs"] = Measurement.Exact(nearest.Eq12!.Value),
            ["exact Δt there"] = Computed(nearest),
            ["exact Δt at λ = 1, ε = 1e-3"] = Computed(atOne),
            ["exact Δt at λ = 1, ε = 0.1"] = Computed(simulated),
        };
        if (result.Measured.Difference.Measured is { } measured)
            evidence["measured Δt at λ = 1, ε = 0.1"] = Measurement.Of(measured);
        return new Erratum
        {
            Id = "E12",
            Source = "the limit λ → 1 of eq. 12 in §3.1.3",
            Printed = new Formula(
                "Δt ~ log(4/(1−λ)²)/(η(1−λ)²) as λ → 1",
                "Delta t tilde log(4\\/(1-lambda)^2) / (eta (1-lambda)^2) quad (lambda -> 1)"
            ),
            // At λ = 1, L_gen = e^{−2s}(I₀(2s) + I₁(2s)) ≃ 1/√(πs) with s = 4ηt: a power law that meets L* at a finite
            // time. Eq. 12 takes the exponential of eq. 11 to rule, which for 1 − λ below L* it never does.
            Derived = new Formula(
                "Δt → 1/(4πηL*²) at λ = 1, with L* = ε/(2P⁻¹(½, 0.95)): finite for every ε",
                "Delta t -> 1 / (4 pi eta (L^*)^2), quad L^* = epsilon / (2 P^(-1)(1\\/2, 0.95))"
            ),
            Decision = new Decision(
                "exact Δt at 1 − λ = 1e-6, ε = 1e-3, in units of that at λ = 1",
                nearest.Eq12!.Value / atOne.Exact,
                1,
                Computed(nearest).In(atOne.Exact)
            ),
            Evidence = evidence,
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E12DivergenceAtOne.cs",
            Command = findings.Command("E12"),
            Studies = [findings.StudyOf<CriticalRatioResult>(), findings.StudyOf<ApproximationResult>()],
        };
    }

    private static Measurement Computed(CriticalDelay delay) => new(delay.Exact, delay.Error);
}
