using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>Losses of a student that starts at αS in units of those of the same replica with α = 1, at every epoch.</summary>
/// <param name="Scale">α.</param>
/// <param name="TrainingRatio">L_tr(α)/L_tr(1) over replicas.</param>
/// <param name="GeneralizationRatio">L_gen(α)/L_gen(1) over replicas.</param>
public sealed record ScaledStart(
    double Scale,
    IReadOnlyList<SampleSummary> TrainingRatio,
    IReadOnlyList<SampleSummary> GeneralizationRatio
);
