namespace Grokking.LinearEstimators.Studies;

/// <summary>Where a curve reaches the accuracy level, for a marker in a figure.</summary>
/// <param name="Epoch">t* &gt; 0; over replicas, their mean.</param>
/// <param name="Loss">The loss there; over replicas, the mean of each one's at its own t*.</param>
/// <param name="Accuracy">The accuracy there.</param>
/// <param name="LowerEpoch">One standard deviation over replicas below the mean t*; null where there is none.</param>
/// <param name="UpperEpoch">One standard deviation above it.</param>
public sealed record CrossingMark(
    double Epoch,
    double Loss,
    double Accuracy,
    double? LowerEpoch = null,
    double? UpperEpoch = null
);
