using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eqs 18 and 19 against measured linear networks of two layers.</summary>
internal static class TwoLayerFormulas
{
    public static IEnumerable<FormulaCheck> Check(Findings findings)
    {
        HiddenWidthComparison[] linear =
        [
            .. findings
                .Of<HiddenWidthResult>()
                .Settings.Where(setting => setting.Gain == 0)
                .OrderBy(setting => setting.HiddenWidth),
        ];
        (HiddenWidthComparison narrow, HiddenWidthComparison wide) = (linear[0], linear[^1]);
        string widths =
            $"measured at λ = {wide.SampleRatio}, d_out = {wide.OutputDimension}, d_h = "
            + string.Join(", ", linear.Select(setting => setting.HiddenWidth));
        const string losses =
            "a replica's largest |log(measured/predicted)| of either loss at any epoch, mean over replicas with its interval";
        yield return new FormulaCheck
        {
            Equation = "eq. 18, Ḋ",
            Printed = new Formula("Ḋ = −2η (h/d_out²) ΣD", """dot(D) = -2 eta h/d_"out"^2 Sigma D"""),
            Quantity = $"{losses}, the prediction being its solution at h = ½ in the losses of eq. 1",
            Domain = widths,
            Deviation = linear.Max(one => Measurement.Of(one.ReplicasFromTheory).Reach(predicted: 0)),
            Within = new Restriction(
                $"d_h = {wide.HiddenWidth}",
                Measurement.Of(wide.ReplicasFromTheory).Reach(predicted: 0)
            ),
            Tolerance = Readings.TwoLayerLosses,
            Related = ["C15b", "C15c"],
        };
        int lowest = Enumerable.Range(0, narrow.Curves.Epochs.Count).MinBy(i => narrow.Weights.Theory[i]);
        double printed = narrow.WeightsAsPrinted[lowest] - 0.5;
        yield return new FormulaCheck
        {
            Equation = "eq. 18, ḣ",
            Printed = new Formula("ḣ = −8η (T+D)ᵀΣD", "dot(h) = -8 eta (T+D)^T Sigma D"),
            Quantity =
                "measured change of h less the printed one, the trace of a matrix, as a fraction of that, at the epoch at which theory has it change "
                + "most, mean over replicas with its interval",
            Domain = $"measured at d_h = {narrow.HiddenWidth}, d_out = {narrow.OutputDimension}",
            Deviation = Measurement.Of(narrow.WeightsChange[lowest]).In(printed).Reach(predicted: 1),
            Tolerance = new Tolerance(0.5, "half its size: as much as its spread over draws"),
            Related = ["C15c", "E18"],
        };
        yield return new FormulaCheck
        {
            Equation = "eq. 19",
            Printed = new Formula(
                "L = ‖D(0)‖² L_1(η/(2d_out²), λ, t)",
                """L = norm(D(0))^2 thin L_1 (eta/(2 d_"out"^2), lambda, t)"""
            ),
            Quantity = losses,
            Domain = widths,
            Deviation = linear.Max(one => Measurement.Of(one.ReplicasFromPrinted).Reach(predicted: 0)),
            Within = new Restriction(
                $"d_h = {wide.HiddenWidth}",
                Measurement.Of(wide.ReplicasFromPrinted).Reach(predicted: 0)
            ),
            Tolerance = Readings.TwoLayerLosses,
            Related = ["C15a", "C15d", "C15e", "E19"],
        };
    }
}
