namespace Grokking.LinearEstimators.Studies;

/// <summary>A late-time form of one of the losses.</summary>
/// <param name="Name">Which, e.g. "generalization-loss.eq_23".</param>
/// <param name="Values">Its value at every epoch.</param>
/// <param name="RelativeErrors">|form / exact − 1| at every epoch.</param>
public sealed record LateTimeForm(
    string Name,
    IReadOnlyList<double> Values,
    IReadOnlyList<double> RelativeErrors
);
