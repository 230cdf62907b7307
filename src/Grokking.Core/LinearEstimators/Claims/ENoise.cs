using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Label noise adds what grows with time and diverges at λ = 1.</summary>
internal static class ENoise
{
    public static Erratum Of(Findings findings)
    {
        LabelNoiseResult result = findings.Of<LabelNoiseResult>();
        NoiseExcess strongest = result.Excesses.MaxBy(one => one.Noise)!;
        int samples = result.TrainingSamples;
        return new Erratum
        {
            Id = "E-noise",
            Source = "label noise in §3.1.3",
            Printed = new Formula(
                "L_gen(σ) = L_gen(0) + a constant; the dynamics of the student do not change",
                """L_"gen" (sigma) = L_"gen" (0) + "const" """
            ),
            // The gradient is ΣD − Xᵀδ/N_tr: the student converges to T + Σ⁻¹Xᵀδ/N_tr. See LabelNoiseTheory.
            Derived = new Formula(
                "L_gen(σ) = L_gen(0) + λσ² E[(1 − e^{−2ηνt/d_out})²/ν], which tends to λσ²/(1−λ) for λ < 1",
                """L_"gen" (sigma) = L_"gen" (0) + lambda sigma^2 EE_nu [(1 - e^(-2 eta nu t \/ d_"out"))^2 / nu] -> L_"gen" (0) + (lambda sigma^2) / (1 - lambda)"""
            ),
            Decision = new Decision(
                $"what noise adds to L_gen between the first and the last epoch at λ = d_in/{samples}, in σ²",
                0,
                strongest.Theory,
                Measurement.Of(strongest.Measured)
            ),
            Evidence = new Dictionary<string, Measurement>
            {
                ["derived excess there, in σ²"] = Findings.Computed(strongest.Theory),
                ["derived excess for t → ∞ at the largest λ tried, in σ²"] = Findings.Computed(
                    result.FinalExcesses[^1]
                ),
                ["that λ"] = Measurement.Exact(result.SampleRatios[^1]),
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Theory/LabelNoiseTheory.cs",
            Command = findings.Command("E-noise"),
            Studies = [findings.StudyOf<LabelNoiseResult>()],
        };
    }
}
