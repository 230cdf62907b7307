namespace Grokking.LinearEstimators.Simulation;

/// <summary>A stretch of training that an engine has just been through; valid only until it goes on.</summary>
internal interface ITwoLayerStretch
{
    /// <summary>The epoch at which the stretch starts.</summary>
    double Start { get; }

    /// <summary>The epoch at which it ends, after <see cref="Start"/>.</summary>
    double End { get; }

    /// <summary>Writes the weights of an epoch in [<see cref="Start"/>, <see cref="End"/>] into <paramref name="weights"/>.</summary>
    void At(double epoch, TwoLayerWeights weights);

    /// <summary>
    /// The epoch in (<see cref="Start"/>, <see cref="End"/>] from which on the condition holds, as exactly as the
    /// engine knows epochs.
    /// </summary>
    /// <param name="condition">Wrong at the start and true at the end.</param>
    double Onset(Predicate<TwoLayerWeights> condition);
}
