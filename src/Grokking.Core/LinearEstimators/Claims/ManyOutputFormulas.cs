using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eq. 13, its losses and its accuracy, against measured networks.</summary>
internal static class ManyOutputFormulas
{
    public static IEnumerable<FormulaCheck> Check(Findings findings)
    {
        CurveComparison[] settings = [.. findings.Of<OutputDimensionResult>().Settings];
        yield return new FormulaCheck
        {
            Equation = "eq. 13, L",
            Printed = new Formula(
                "L^{d_out} = (1/d_out) L^{d_out=1}(η/d_out, λ, t)",
                """L^(d_"out") = 1/d_"out" L^(d_"out"=1) (eta/d_"out", lambda, t)"""
            ),
            Quantity = C01LossesFollowTheory.InSpreadsOfOneDraw,
            Domain = Measured(settings),
            Deviation = settings.Max(setting => C01LossesFollowTheory.Worst(setting).Reach(predicted: 0)),
            Tolerance = C01LossesFollowTheory.TwoSpreads,
            Related = ["C10a"],
        };
        CurveComparison[] single = [.. settings.Where(setting => setting.OutputDimension == 1)];
        yield return new FormulaCheck
        {
            Equation = "eq. 13, A",
            Printed = new Formula(
                "A = 1 − Γ(d_out/2, d_out ε/2L)/Γ(d_out/2)",
                """A = 1 - Gamma(d_"out"/2, (d_"out" epsilon)/(2 L)) / Gamma(d_"out"/2)"""
            ),
            Quantity =
                "measured accuracy less that of the same replica's loss, in binomial standard deviations, at the worst epoch, "
                + "mean over replicas with its interval",
            Domain = Measured(settings),
            Deviation = C04AccuracyLaw.Worst(settings).Reach(predicted: 0),
            Within = new Restriction(
                "d_out = 1, that is eq. 10",
                C04AccuracyLaw.Worst(single).Reach(predicted: 0)
            ),
            Tolerance = C04AccuracyLaw.Binomial,
            Related = ["C4a", "C4b", "E13"],
        };
    }

    private static string Measured(CurveComparison[] settings) =>
        $"measured at λ = {settings[0].SampleRatio}, d_out = "
        + string.Join(", ", settings.Select(setting => setting.OutputDimension));
}
