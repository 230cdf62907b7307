using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The losses of eq. 19 lack the 1/d_out of eq. 1.</summary>
internal static class E19Prefactor
{
    public static Erratum Of(Findings findings)
    {
        HiddenWidthComparison wide = findings
            .Of<HiddenWidthResult>()
            .Settings.Where(setting => setting.Gain == 0)
            .MaxBy(setting => setting.HiddenWidth)!;
        var evidence = new Dictionary<string, Measurement>
        {
            ["d_h"] = Measurement.Exact(wide.HiddenWidth),
            ["d_out"] = Measurement.Exact(wide.OutputDimension),
            ["measured ‖D(0)‖² over 1/(2d_h)"] = Measurement
                .Of(wide.InitialDistance)
                .In(wide.ExpectedInitialDistance),
            ["largest |log| by which a replica's losses stray from the printed form"] = Measurement.Of(
                wide.ReplicasFromPrinted
            ),
            ["and from the derived one, the worst replica"] = new(wide.LargestFromTheory, Uncertainty: null),
        };
        if (wide.Training is { Measured: { } measured, AsPrinted: { } printed, Theory: { } derived })
        {
            evidence["t*_tr printed over measured"] = Measurement
                .Exact(printed)
                .Over(Measurement.Of(measured));
            evidence["t*_tr derived over measured"] = Measurement
                .Exact(derived)
                .Over(Measurement.Of(measured));
        }
        return new Erratum
        {
            Id = "E19",
            Source = "the losses of eq. 19",
            Printed = new Formula(
                "L = ‖D(0)‖² L_1(η/(2d_out²), λ, t), L_1 of one layer and one output",
                """L = norm(D(0))^2 thin L_1 (eta/(2 d_"out"^2), lambda, t)"""
            ),
            // Eq. 1 divides by d_out; Ḋ = −2η (h/d_out²) ΣD with h = ½ gives the rate and no other factor.
            Derived = new Formula(
                "L = (1/d_out) ‖D(0)‖² L_1(η/(2d_out²), λ, t)",
                """L = 1/d_"out" norm(D(0))^2 thin L_1 (eta/(2 d_"out"^2), lambda, t)"""
            ),
            Decision = new Decision(
                $"measured L_gen at the first epoch in units of 1/(2 d_h d_out), d_h = {wide.HiddenWidth}",
                wide.OutputDimension,
                1,
                Measurement
                    .Of(wide.FirstGeneralizationLoss)
                    .In(wide.ExpectedInitialDistance / wide.OutputDimension)
            ),
            Evidence = evidence,
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E19Prefactor.cs",
            Command = findings.Command("E19"),
            Studies = [findings.StudyOf<HiddenWidthResult>()],
        };
    }
}
