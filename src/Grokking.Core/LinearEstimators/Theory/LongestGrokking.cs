using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Theory;

/// <summary>The output dimension that takes longest from learning to generalising (the maximum of Fig. 2, right).</summary>
/// <param name="OutputDimension">d_out^max.</param>
/// <param name="Difference">Δt there, in epochs.</param>
public sealed record LongestGrokking(int OutputDimension, double Difference)
{
    /// <summary>Tries every d_out from 1 to <paramref name="largest"/>; among equals the smallest is returned.</summary>
    /// <param name="measure">The spectrum of Σ.</param>
    /// <param name="parameters">Everything but d_out, which is not looked at.</param>
    /// <param name="criterion">ε and the level.</param>
    /// <param name="largest">In [1, 10^5]; about 50 µs each.</param>
    /// <param name="dynamics">Flow or exact descent, which must converge for every d_out, that is for 1.</param>
    /// <returns>The maximum, or null if Δt exists for none of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or descent diverges.</exception>
    public static LongestGrokking? Find(
        SpectralMeasure measure,
        OneLayerParameters parameters,
        AccuracyCriterion criterion,
        int largest = 1000,
        Dynamics dynamics = Dynamics.Flow
    )
    {
        Require.InClosed(largest, 1, 100_000, nameof(largest));
        LongestGrokking? longest = null;
        for (int outputs = 1; outputs <= largest; outputs++)
        {
            var theory = new OneLayerTheory(measure, parameters with { OutputDimension = outputs }, dynamics);
            double? difference = GrokkingTheory.Times(theory, criterion).Difference;
            if (difference is { } value && !(value <= longest?.Difference))
                longest = new LongestGrokking(outputs, value);
        }
        return longest;
    }
}
