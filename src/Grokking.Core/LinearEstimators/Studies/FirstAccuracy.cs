using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Accuracy on fresh samples after the first epoch.</summary>
/// <param name="OutputDimension">d_out.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Loss">L_gen by theory, about 1/d_out.</param>
/// <param name="Samples">How many fresh samples each replica looked at.</param>
/// <param name="Measured">The accuracy over replicas.</param>
/// <param name="Theory">What eq. 13 makes of <paramref name="Loss"/>.</param>
public sealed record FirstAccuracy(
    int OutputDimension,
    double Epsilon,
    double Loss,
    int Samples,
    SampleSummary Measured,
    double Theory
);
