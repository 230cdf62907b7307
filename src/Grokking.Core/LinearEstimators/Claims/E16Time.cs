using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The time of eq. 16 lies between two saturations, not between two accuracies.</summary>
internal static class E16Time
{
    public static Erratum Of(Findings findings)
    {
        CurveComparison[] settings =
        [
            .. findings.Of<WeightDecayResult>().Settings.OrderBy(setting => setting.WeightDecay),
        ];
        CurveComparison felt = settings[1];
        DecayForms exact = findings
            .Of<ApproximationResult>()
            .Limits.Single(row => row.SampleRatio == felt.SampleRatio && row.WeightDecay == felt.WeightDecay);
        DelayCurve curve = findings
            .Of<WeightDecayResult>()
            .Delays.Single(one => one.Value == felt.SampleRatio);
        double[] delays = [.. curve.Delays.Where(delay => delay is not null).Select(delay => delay!.Value)];
        var evidence = new Dictionary<string, double>
        {
            ["eq. 16 at λ = 0.9, in epochs"] = exact.Eq16Difference,
            ["exact Δt at γ = 0, ε = 1e-3"] = exact.DifferenceWithout,
            ["exact Δt at γ = 1e-3"] = exact.Difference!.Value,
            ["shortest exact Δt at any γ of Fig. 3, over that at γ = 0"] =
                delays.Min() / exact.DifferenceWithout,
            ["longest, over that at γ = 0"] = delays.Max() / exact.DifferenceWithout,
        };
        if (felt.Times.Difference.Measured is { } measured)
            evidence["measured Δt at γ = 1e-3"] = measured.Mean;
        return new Erratum
        {
            Id = "E16b",
            Source = "eq. 16, the grokking time, and the text of §3.3",
            Printed = new Formula(
                "Δt ≃ log(1+√λ)/(2η(1−√λ)²), shorter than without weight decay",
                "Delta t tilde.eq log(1 + sqrt(lambda)) / (2 eta (1 - sqrt(lambda))^2)"
            ),
            // The printed time is that between either decay-free loss passing its own limit of eq. 16. Accuracies reach
            // their level at the common L*: L_gen, sinking towards its limit, comes there later the closer the limit.
            Derived = new Formula(
                "that is the time between the saturations of the two losses; the time between the two accuracies, at the "
                    + "paper's λ, d_out and ε, grows with γ, without bound as the limit of L_gen nears L*",
                "Delta t (gamma) > Delta t (0), quad Delta t -> infinity \"as\" L_\"gen\" (infinity) -> L_*"
            ),
            Evidence = evidence,
            Command = findings.CommandFor<WeightDecayResult>(),
        };
    }
}
