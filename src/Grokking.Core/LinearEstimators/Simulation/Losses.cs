namespace Grokking.LinearEstimators.Simulation;

/// <summary>Both losses of one epoch.</summary>
/// <param name="Training">L_tr = Tr(DᵀΣD)/d_out, eq. 1.</param>
/// <param name="Generalization">L_gen = ‖D‖²/d_out, eq. 2.</param>
internal readonly record struct Losses(double Training, double Generalization);
