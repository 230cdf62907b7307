namespace Grokking.LinearEstimators.Studies;

/// <summary>The d_out at which Δt is longest.</summary>
/// <param name="SampleRatio">λ.</param>
/// <param name="OutputDimension">d_out^max.</param>
/// <param name="Delay">Δt there, in epochs.</param>
public sealed record LongestDelay(double SampleRatio, int OutputDimension, double Delay);
