using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Eq. 13 takes the d_out components of a sample's error as equally large and independent.</summary>
internal static class E13AccuracyLaw
{
    public static Erratum Of(Findings findings)
    {
        LongestDelayResult result = findings.Of<LongestDelayResult>();
        UnequalTimes most = result.Others.MaxBy(one => one.Times.OutputDimension)!;
        (TimeComparison training, TimeComparison generalization) = (
            most.Times.Training,
            most.Times.Generalization
        );
        string at = $"d_out = {most.Times.OutputDimension}, λ = d_in/{most.Times.TrainingSamples}, in epochs";
        var evidence = new Dictionary<string, Measurement>
        {
            [$"t*_tr by eq. 13, {at}"] = Findings.Computed(training.Theory!.Value),
            ["t*_tr by unequal outputs"] = Findings.Computed(most.Training!.Value),
            ["t*_tr measured"] = Measurement.Of(training.Measured!),
            ["effective number of outputs on the training set at t*_tr"] = Findings.Computed(
                most.TrainingOutputs!.Value
            ),
            ["effective number of outputs on fresh samples at t*_gen"] = Findings.Computed(
                most.GeneralizationOutputs!.Value
            ),
        };
        foreach (UnequalTimes one in result.Around.Concat(result.Others).Where(one => one != most))
            if (
                one is
                {
                    Times.Generalization: { Measured: { } measured, Theory: { } equal },
                    Generalization: { } unequal
                }
            )
            {
                string outputs = $"at d_out = {one.Times.OutputDimension}";
                evidence[$"measured t*_gen over that by eq. 13 {outputs}"] = Measurement
                    .Of(measured)
                    .In(equal);
                evidence[$"measured t*_gen over that by unequal outputs {outputs}"] = Measurement
                    .Of(measured)
                    .In(unequal);
            }
        return new Erratum
        {
            Id = "E13",
            Source = "the accuracy of eq. 13",
            Printed = new Formula(
                "A = 1 − Γ(d_out/2, d_out ε/2L)/Γ(d_out/2), the law of d_out independent components of variance L",
                """A = 1 - Gamma(d_"out"/2, (d_"out" epsilon)/(2 L)) / Gamma(d_"out"/2)"""
            ),
            // See EffectiveOutputs: DᵀD has a Marchenko–Pastur spectrum, not d_out equal eigenvalues.
            Derived = new Formula(
                "A = 1 − Γ(k/2, kε/2L)/Γ(k/2) with 1/k ≃ 1/d_out + E[f²]/(d_in E[f]²) components, f the decay of a mode's "
                    + "squared amplitude; on the training set νf for f, and less 1/N_tr",
                """A = 1 - Gamma(k/2, (k epsilon)/(2 L)) / Gamma(k/2), quad 1/k tilde.eq 1/d_"out" + EE[f^2] / (d_"in" EE[f]^2)"""
            ),
            Decision = new Decision(
                $"measured t*_gen at {at}",
                generalization.Theory!.Value,
                most.Generalization!.Value,
                Measurement.Of(generalization.Measured!)
            ),
            Evidence = evidence,
            Derivation = "src/Grokking.Core/LinearEstimators/Theory/EffectiveOutputs.cs",
            Command = findings.Command("E13"),
            Studies = [findings.StudyOf<LongestDelayResult>(), findings.StudyOf<OutputDimensionResult>()],
        };
    }
}
