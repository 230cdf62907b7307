using Grokking.Curves;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>What one run of the one-layer simulation showed.</summary>
/// <param name="Curves">The recorded curves; null if the setting asked for none.</param>
/// <param name="GrokkingTime">
/// The measured t*_tr and t*_gen, whole epochs with accuracy(t*−1) &lt; level ≤ accuracy(t*).
/// </param>
/// <param name="Eigenvalues">ν, the d_in eigenvalues of Σ, ascending, zeros included.</param>
public sealed record OneLayerResult(
    LearningCurves? Curves,
    GrokkingTime GrokkingTime,
    IReadOnlyList<double> Eigenvalues
);
