using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The rate of h in eq. 18 is 2d_out times too large.</summary>
internal static class E18RateOfWeights
{
    public static Erratum Of(Findings findings)
    {
        HiddenWidthComparison wide = findings
            .Of<HiddenWidthResult>()
            .Settings.Where(setting => setting.Gain == 0)
            .MaxBy(setting => setting.HiddenWidth)!;
        return new Erratum
        {
            Id = "E18",
            Source = "eq. 18, the rate of h",
            Printed = new Formula("ḣ = −8η (T+D)ᵀΣD", "dot(h) = -8 eta (T+D)^T Sigma D"),
            // ḣ = ⟨S⁽⁰⁾, Ṡ⁽⁰⁾⟩ + ⟨S⁽¹⁾, Ṡ⁽¹⁾⟩, and by eq. 38 each of the two is −(2η/d_out) Tr[(S⁽⁰⁾S⁽¹⁾)ᵀΣD], S⁽⁰⁾S⁽¹⁾ = T + D.
            Derived = new Formula(
                "ḣ = −(4η/d_out) Tr[(T+D)ᵀΣD]",
                """dot(h) = - (4 eta) / d_"out" "Tr" [(T+D)^T Sigma D]"""
            ),
            Evidence = new Dictionary<string, double>
            {
                ["factor between printed and derived, from their integrals"] =
                    (wide.WeightsAsPrinted[^1] - 0.5) / (wide.Weights.Theory[^1] - 0.5),
                ["2 d_out"] = 2 * wide.OutputDimension,
                ["d_h"] = wide.HiddenWidth,
                ["change of h by the derived rate"] = wide.Weights.Theory[^1] - 0.5,
                ["change of h by the printed rate"] = wide.WeightsAsPrinted[^1] - 0.5,
                ["measured change of h, mean over replicas"] =
                    wide.Weights.Mean[^1] - wide.InitialWeights.Mean,
            },
            Command = findings.CommandFor<HiddenWidthResult>(),
        };
    }
}
