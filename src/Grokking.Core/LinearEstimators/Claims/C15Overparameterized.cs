using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>Do the results for λ &lt; 1 hold for any λ once the hidden layer is wide?</summary>
internal static class C15Overparameterized
{
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        OverparameterizedResult result = findings.Of<OverparameterizedResult>();
        double theory = result.FinalGeneralizationTheory;
        yield return findings
            .Claim<OverparameterizedResult>(
                "C15f",
                "§4, text beside eq. 19",
                "Once d_h ≫ 1 the network counts as overparameterised for any d_out and λ, and the results for λ < 1 hold: "
                    + "L_gen vanishes.",
                $"L_gen after {result.LastEpoch} epochs over that after one, λ = {result.SampleRatio}, d_h = {result.HiddenWidth}, "
                    + $"d_out = {result.OutputDimension}, mean over replicas; L_tr has fallen to {result.FinalTraining.Mean:G2} of its "
                    + $"own, and L_gen by eq. 19 tends to {theory:G4}: what no sample shows stays unlearnt, however wide the layer"
            )
            .Test(
                predicted: 0,
                Measurement.Of(result.FinalGeneralization),
                new Tolerance(theory / 2, "half of the limit that eq. 19 has for this λ")
            );
    }
}
