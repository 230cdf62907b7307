namespace Grokking.LinearEstimators.Simulation;

/// <summary>What the theory of two layers speaks of beside losses, at one epoch.</summary>
/// <param name="Weights">h = ½(‖S⁽⁰⁾‖² + ‖S⁽¹⁾‖²).</param>
/// <param name="Output">‖S⁽¹⁾‖².</param>
/// <param name="Distance">‖D‖² = ‖S⁽⁰⁾S⁽¹⁾ − T⁽⁰⁾T⁽¹⁾‖², for tanh networks too.</param>
public sealed record TwoLayerNorms(double Weights, double Output, double Distance);
