namespace Grokking.Curves;

/// <summary>The two crossings whose difference is the grokking time.</summary>
/// <param name="Training">t*_tr, where training accuracy reaches its level.</param>
/// <param name="Generalization">t*_gen, where generalisation accuracy reaches its level.</param>
public sealed record GrokkingTime(ThresholdCrossing Training, ThresholdCrossing Generalization)
{
    /// <summary>Δt = t*_gen − t*_tr in epochs, null unless both exist.</summary>
    public double? Difference => Generalization.Time - Training.Time;
}
