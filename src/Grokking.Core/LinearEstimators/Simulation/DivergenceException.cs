namespace Grokking.LinearEstimators.Simulation;

/// <summary>Descent left all bounds: the learning rate is too large.</summary>
public sealed class DivergenceException : Exception
{
    /// <summary>The weights were no longer finite at an epoch.</summary>
    public DivergenceException(long epoch)
        : base($"Training diverged before epoch {epoch}: the learning rate is too large") => Epoch = epoch;

    /// <summary>The first epoch at which that was seen.</summary>
    public long Epoch { get; }
}
