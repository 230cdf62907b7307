namespace Grokking.LinearEstimators.Studies;

/// <summary>A student while it learns from noisy labels; losses and accuracies are against the clean teacher.</summary>
/// <param name="Noise">σ.</param>
/// <param name="Curves">Losses and accuracies, measured and predicted.</param>
public sealed record NoisySetting(double Noise, LearningComparison Curves);
