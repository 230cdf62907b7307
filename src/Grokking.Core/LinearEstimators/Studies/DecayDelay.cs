namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt with and without weight decay by eq. 15, and eq. 13 for several outputs, in epochs.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="OutputDimension">d_out.</param>
/// <param name="WeightDecay">γ.</param>
/// <param name="Without">Δt at γ = 0; null where a crossing does not exist.</param>
/// <param name="With">Δt at γ; null where a crossing does not exist.</param>
public sealed record DecayDelay(
    double SampleRatio,
    double Epsilon,
    int OutputDimension,
    double WeightDecay,
    double? Without,
    double? With
)
{
    /// <summary>Δt(γ)/Δt(0); null unless both exist and that at γ = 0 is positive.</summary>
    public double? Ratio => Without > 0 ? With / Without : null;
}
