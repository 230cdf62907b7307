namespace Grokking.Numerics;

/// <summary>What an integration at two rates cost.</summary>
/// <param name="Steps">Long steps that were kept.</param>
/// <param name="Rejected">Long steps that were tried and thrown away.</param>
/// <param name="Evaluations">Evaluations of the slow part: one for each step tried, and one at the start.</param>
/// <param name="Fast">What all steps within the long ones cost, predictors and rejected ones included.</param>
public sealed record MultirateStatistics(int Steps, int Rejected, int Evaluations, RungeKuttaStatistics Fast);
