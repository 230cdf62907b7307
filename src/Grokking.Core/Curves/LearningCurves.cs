namespace Grokking.Curves;

/// <summary>
/// What one network shows while it learns; every list has one entry per epoch of the grid, but those of fresh samples have
/// none where these were not scored.
/// </summary>
/// <param name="Grid">The epochs recorded.</param>
/// <param name="TrainingLoss">L_tr, eq. 1.</param>
/// <param name="GeneralizationLoss">L_gen over the whole input distribution, eq. 2.</param>
/// <param name="TrainingAccuracy">Fraction of training samples that are correct, in [0, 1].</param>
/// <param name="GeneralizationAccuracy">Fraction of fresh samples that are correct, in [0, 1].</param>
public sealed record LearningCurves(
    TimeGrid Grid,
    IReadOnlyList<double> TrainingLoss,
    IReadOnlyList<double> GeneralizationLoss,
    IReadOnlyList<double> TrainingAccuracy,
    IReadOnlyList<double> GeneralizationAccuracy
);
