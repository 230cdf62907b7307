namespace Grokking.LinearEstimators.Parameters;

/// <summary>How networks of two layers are trained.</summary>
public enum TwoLayerEngine
{
    /// <summary>
    /// Each as its study says: linear networks of figure 5 by literal steps until their
    /// <see cref="TwoLayerExperiment.LiteralEpochs"/>, all else by the gradient flow.
    /// </summary>
    Mixed,

    /// <summary>All by the gradient flow.</summary>
    Flow,

    /// <summary>All by literal gradient descent, step by step, with all weights in every step.</summary>
    Literal,
}
