using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>The time of eq. 16 lies between two saturations, not between two accuracies.</summary>
internal static class E16Time
{
    public static Erratum Of(Findings findings)
    {
        // All at the λ that the whole number of samples realises, 1000/1111 at the paper's size.
        DecayRatio felt = findings.Of<DecayTimesResult>().Measured[0];
        DecayForms printed = findings
            .Of<WeightDecayResult>()
            .Limits.Single(row => row.WeightDecay == felt.With.WeightDecay);
        DelayCurve curve = findings
            .Of<WeightDecayResult>()
            .Delays.Single(one => one.Value == felt.With.SampleRatio);
        double[] delays = [.. curve.Delays.Where(delay => delay is not null).Select(delay => delay!.Value)];
        double without = felt.Without.Difference.Theory!.Value;
        string at = $"γ = {felt.With.WeightDecay}";
        string papers =
            $"λ = {felt.With.SampleRatio}, d_out = {felt.With.OutputDimension}, ε = {felt.With.Epsilon}";
        return new Erratum
        {
            Id = "E16b",
            Source = "the grokking time of eq. 16",
            Printed = new Formula(
                "Δt ≃ log(1+√λ)/(2η(1−√λ)²), shorter than without weight decay",
                "Delta t tilde.eq log(1 + sqrt(lambda)) / (2 eta (1 - sqrt(lambda))^2)"
            ),
            // The printed time is that between either decay-free loss passing its own limit of eq. 16. Accuracies reach
            // their level at the common L*: L_gen, sinking towards its limit, comes there later the closer the limit.
            Derived = new Formula(
                "that is the time between the saturations of the two losses; the time between the two accuracies grows with γ "
                    + $"at the paper's parameters ({papers}), without bound as the limit of L_gen nears L*; elsewhere γ may "
                    + "shorten it (C13b, C13d, C14b)",
                "Delta t (gamma) > Delta t (0) \"at\" "
                    + $"lambda = {felt.With.SampleRatio}, d_\"out\" = {felt.With.OutputDimension}, epsilon = {felt.With.Epsilon}, "
                    + "quad Delta t -> infinity \"as\" L_\"gen\" (infinity) -> L^*"
            ),
            Decision = new Decision(
                $"measured Δt at {at} over that of the same replica at γ = 0",
                printed.Eq16Difference / without,
                felt.Theory!.Value,
                Measurement.Of(felt.Ratio!)
            ),
            Evidence = new Dictionary<string, Measurement>
            {
                [$"eq. 16 at λ = d_in/{felt.With.TrainingSamples}, in epochs"] = Measurement.Exact(
                    printed.Eq16Difference
                ),
                [$"exact Δt there at γ = 0, ε = {felt.With.Epsilon}"] = Findings.Computed(without),
                [$"exact Δt there at {at}"] = Findings.Computed(felt.With.Difference.Theory!.Value),
                ["measured Δt at γ = 0"] = Measurement.Of(felt.Without.Difference.Measured!),
                [$"measured Δt at {at}"] = Measurement.Of(felt.With.Difference.Measured!),
                [$"shortest exact Δt at any γ of Fig. 3, λ = {curve.Value}, over that at its smallest γ"] =
                    Findings.Computed(delays.Min() / delays[0]),
                ["longest, over that at the smallest γ"] = Findings.Computed(delays.Max() / delays[0]),
            },
            Derivation = "src/Grokking.Core/LinearEstimators/Claims/E16Time.cs",
            Command = findings.Command("E16b"),
            Studies = [findings.StudyOf<DecayTimesResult>(), findings.StudyOf<WeightDecayResult>()],
        };
    }
}
