using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Δt with weight decay over that of the same replica without.</summary>
/// <param name="With">The times at γ.</param>
/// <param name="Without">The times at γ = 0.</param>
/// <param name="Ratio">Δt(γ)/Δt(0) over replicas; null unless it exists in every replica.</param>
public sealed record DecayRatio(
    GrokkingTimeComparison With,
    GrokkingTimeComparison Without,
    SampleSummary? Ratio
)
{
    /// <summary>The ratio of the exact times; null if one does not exist.</summary>
    public double? Theory => With.Difference.Theory / Without.Difference.Theory;
}
