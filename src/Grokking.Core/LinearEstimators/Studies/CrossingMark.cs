namespace Grokking.LinearEstimators.Studies;

/// <summary>Where a curve reaches the accuracy level, for a marker in a figure.</summary>
/// <param name="Epoch">t* &gt; 0.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Accuracy">The accuracy there.</param>
public sealed record CrossingMark(double Epoch, double Loss, double Accuracy);
