using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>By how much label noise raises L_gen at the last epoch, in units of σ².</summary>
/// <param name="Noise">σ.</param>
/// <param name="Measured">L_gen less that of the same replica without noise, over σ².</param>
/// <param name="Theory">λE[(1 − a)²/ν] at that epoch.</param>
public sealed record NoiseExcess(double Noise, SampleSummary Measured, double Theory);
