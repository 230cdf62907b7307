namespace Grokking.Numerics;

/// <summary>What an integration cost.</summary>
/// <param name="Steps">Steps that were kept.</param>
/// <param name="Rejected">Steps that were tried and thrown away.</param>
/// <param name="Evaluations">Evaluations of the right-hand side, the power iteration's included.</param>
/// <param name="SpectralRadius">The largest estimate of the spectral radius of ∂f/∂y, a fifth above it.</param>
public sealed record RungeKuttaStatistics(int Steps, int Rejected, int Evaluations, double SpectralRadius);
