using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Both limits of eq. 16 are twice what eq. 15 tends to.</summary>
internal static class E16Limits
{
    public static Erratum Of(Findings findings)
    {
        WeightDecayResult measured = findings.Of<WeightDecayResult>();
        CurveComparison weak = measured.Settings.MinBy(setting => setting.WeightDecay)!;
        DecayForms exact = findings
            .Of<ApproximationResult>()
            .Limits.Where(row => row.SampleRatio == weak.SampleRatio)
            .MinBy(row => row.WeightDecay)!;
        DecayForms atMeasured = measured.Limits.Single(row => row.WeightDecay == weak.WeightDecay);
        Measurement training = Measurement.Of(weak.Curves.FinalTrainingLoss).In(atMeasured.Eq16Training);
        Measurement generalization = Measurement
            .Of(weak.Curves.FinalGeneralizationLoss)
            .In(atMeasured.Eq16Generalization);
        return new Erratum
        {
            Id = "E16a",
            Source = "the losses of eq. 16",
            Printed = new Formula(
                "L_tr ≃ γ²/(4(1−λ)), L_gen ≃ γ²/(4(1−λ)³)",
                """L_"tr" tilde.eq gamma^2 / (4 (1-lambda)), quad L_"gen" tilde.eq gamma^2 / (4 (1-lambda)^3)"""
            ),
            // Eq. 15 tends to ½E[q g²/(ν+g)²] with g = γ/2: the student's half of the start is gone, the teacher's is
            // held back. For small g that is (γ²/8) E[q/ν²], with E[1/ν] = 1/(1−λ) and E[1/ν²] = 1/(1−λ)³.
            Derived = new Formula(
                "L_tr ≃ γ²/(8(1−λ)), L_gen ≃ γ²/(8(1−λ)³), for γ ≪ (1−√λ)²",
                """L_"tr" tilde.eq gamma^2 / (8 (1-lambda)), quad L_"gen" tilde.eq gamma^2 / (8 (1-lambda)^3), quad gamma << (1 - sqrt(lambda))^2"""
            ),
            Decision = new Decision(
                $"measured final L_tr over eq. 16 at λ = d_in/{weak.TrainingSamples}, γ = {weak.WeightDecay}",
                1,
                atMeasured.Training / atMeasured.Eq16Training,
                training
            ),
            Evidence = new Dictionary<string, Measurement>
            {
                ["exact limit of L_tr over eq. 16 at λ = 0.9, γ = 1e-6"] = Findings.Computed(
                    exact.Training / exact.Eq16Training
                ),
                ["exact limit of L_gen over eq. 16 at λ = 0.9, γ = 1e-6"] = Findings.Computed(
                    exact.Generalization / exact.Eq16Generalization
                ),
                [$"measured L_gen over eq. 16 at λ = d_in/{weak.TrainingSamples}, γ = {weak.WeightDecay}"] =
                    generalization,
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E16Limits.cs",
            Command = findings.Command("E16a"),
            Studies = [findings.StudyOf<WeightDecayResult>(), findings.StudyOf<ApproximationResult>()],
        };
    }
}
