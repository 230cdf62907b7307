namespace Grokking.LinearEstimators.Simulation;

/// <summary>One direction in the space of outputs: an eigenvector u of S⁽¹⁾ᵀS⁽¹⁾ at epoch 0.</summary>
/// <param name="Eigenvalue">κ, not negative.</param>
/// <param name="Distance">‖D(0)u‖²; summed over all d_out modes it is ‖D(0)‖².</param>
public sealed record TwoLayerMode(double Eigenvalue, double Distance);
