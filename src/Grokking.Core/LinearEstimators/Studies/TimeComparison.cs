using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>One time of one setting, measured and predicted, in epochs.</summary>
/// <param name="Values">One value a replica; null for a replica in which the level is not reached.</param>
/// <param name="Measured">Their summary; null unless the time exists in every replica.</param>
/// <param name="Theory">
/// The exact time of the infinite system for one output, and by eq. 13 for more; null if it does not exist.
/// </param>
/// <param name="PredictedSpread">Predicted standard deviation of one draw around theory, linearised.</param>
/// <param name="OnDrawnSpectra">
/// The same theory evaluated on the eigenvalues that the replicas drew instead of the Marchenko–Pastur density,
/// averaged over replicas: its distance from <paramref name="Theory"/> is theory's bias at finite d_in.
/// </param>
public sealed record TimeComparison(
    IReadOnlyList<double?> Values,
    SampleSummary? Measured,
    double? Theory,
    double? PredictedSpread,
    double? OnDrawnSpectra
)
{
    /// <summary>Theory's bias at finite d_in, in epochs.</summary>
    public double? Bias => OnDrawnSpectra - Theory;

    /// <summary>(mean − theory) / standard error; null where one of them does not exist or the error is 0.</summary>
    public double? ZScore =>
        Measured is { StandardError: > 0 } ? (Measured.Mean - Theory) / Measured.StandardError : null;

    /// <summary>The same against theory with its bias.</summary>
    public double? ZScoreOnDrawnSpectra =>
        Measured is { StandardError: > 0 } ? (Measured.Mean - OnDrawnSpectra) / Measured.StandardError : null;
}
