namespace Grokking.LinearEstimators.Simulation;

/// <summary>Descent left all bounds: the learning rate is too large.</summary>
public sealed class DivergenceException : Exception
{
    /// <summary>The weights were no longer finite at an epoch, or the loss above its start at the last.</summary>
    public DivergenceException(long epoch)
        : base($"Training diverged before epoch {epoch}: the learning rate is too large") => Epoch = epoch;

    /// <summary>An epoch is too long a step for the curvature of the loss.</summary>
    /// <param name="stiffness">η × the largest eigenvalue of the Hessian.</param>
    public DivergenceException(double stiffness)
        : base(
            $"Gradient descent does not converge: η × the largest curvature of the loss is about {stiffness:G3}; allowed: [0, 2)"
        ) { }

    /// <summary>The first epoch at which that was seen; 0 if no epoch was looked at.</summary>
    public long Epoch { get; }
}
