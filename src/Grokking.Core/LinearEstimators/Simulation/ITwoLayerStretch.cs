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
    /// The epoch in [<see cref="Start"/>, <see cref="End"/>] at which an excess has gone, as exactly as the
    /// engine knows epochs.
    /// </summary>
    /// <param name="excess">Finite; not negative at the start and not positive at the end; follows the weights continuously.</param>
    double Onset(Func<TwoLayerWeights, double> excess);
}
