using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Measured Δt in units of eq. 12.</summary>
/// <param name="SampleRatio">λ as the paper quotes it.</param>
/// <param name="Share">The ratio over replicas.</param>
public sealed record DelayShare(double SampleRatio, SampleSummary Share);
