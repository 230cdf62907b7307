namespace Grokking.LinearEstimators.Studies;

/// <summary>Inputs that experiments can share.</summary>
/// <param name="Samples">How many.</param>
/// <param name="Dimension">d_in.</param>
/// <param name="Replica">Which repetition.</param>
internal readonly record struct DrawnInputs(int Samples, int Dimension, int Replica);
