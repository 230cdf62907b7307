using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The rate of h in eq. 18 is 2d_out times too large.</summary>
internal static class E18RateOfWeights
{
    public static Erratum Of(Findings findings)
    {
        // The narrower network, where h changes more, at the epoch at which theory has it change most: in the end h is
        // back where it was whatever the factor.
        HiddenWidthComparison narrow = findings
            .Of<HiddenWidthResult>()
            .Settings.Where(setting => setting.Gain == 0)
            .MinBy(setting => setting.HiddenWidth)!;
        int lowest = Enumerable.Range(0, narrow.Curves.Epochs.Count).MinBy(i => narrow.Weights.Theory[i]);
        double derived = narrow.Weights.Theory[lowest] - 0.5;
        double printed = narrow.WeightsAsPrinted[lowest] - 0.5;
        Measurement measured = Measurement.Of(narrow.WeightsChange[lowest]);
        return new Erratum
        {
            Id = "E18",
            Source = "the rate of h in eq. 18",
            Printed = new Formula("ḣ = −8η (T+D)ᵀΣD", "dot(h) = -8 eta (T+D)^T Sigma D"),
            // ḣ = ⟨S⁽⁰⁾, Ṡ⁽⁰⁾⟩ + ⟨S⁽¹⁾, Ṡ⁽¹⁾⟩, and by eq. 38 each of the two is −(2η/d_out) Tr[(S⁽⁰⁾S⁽¹⁾)ᵀΣD], S⁽⁰⁾S⁽¹⁾ = T + D.
            Derived = new Formula(
                "ḣ = −(4η/d_out) Tr[(T+D)ᵀΣD]",
                """dot(h) = - (4 eta) / d_"out" "Tr" [(T+D)^T Sigma D]"""
            ),
            Decision = new Decision(
                $"change of h until epoch {narrow.Curves.Epochs[lowest]}, d_h = {narrow.HiddenWidth}, mean over replicas; printed is a "
                    + "d_out × d_out matrix for a number, and its trace is taken",
                printed,
                derived,
                measured
            ),
            Evidence = new Dictionary<string, Measurement>
            {
                ["factor between printed and derived, from their integrals"] = Findings.Computed(
                    printed / derived
                ),
                ["2 d_out"] = Measurement.Exact(2 * narrow.OutputDimension),
                ["d_h"] = Measurement.Exact(narrow.HiddenWidth),
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E18RateOfWeights.cs",
            Command = findings.Command("E18"),
            Studies = [findings.StudyOf<HiddenWidthResult>()],
        };
    }
}
