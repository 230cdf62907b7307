namespace Grokking.LinearEstimators.Simulation;

/// <summary>How gradient descent is carried out. Both are the same iteration, eq. 3, up to rounding.</summary>
public enum Engine
{
    /// <summary>
    /// In the eigenbasis of Σ, where each mode is a power: any epoch at the cost of one. Where only t* of few outputs is asked for,
    /// labels are clean and λ ≤ 1, by polynomials of Σ, which need no eigenvectors but for very late epochs.
    /// </summary>
    Spectral,

    /// <summary>Step by step with Σ itself; the time grows with the number of epochs.</summary>
    Literal,
}
