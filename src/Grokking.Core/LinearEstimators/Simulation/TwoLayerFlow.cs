using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The gradient flow dS/dt = −η∇L_tr, t in epochs, which gradient descent follows to O(η × curvature): about
/// 1e-3 of a loss at figure 5's sizes, where it takes hundreds of gradients instead of 10⁵, and some dozens where
/// <see cref="TwoLayerSplitFlow"/> suits.
/// </summary>
internal sealed class TwoLayerFlow(ITwoLayerNetwork network, double tolerance)
{
    // Beyond it an epoch of descent, a step of length 1, overshoots and grows, where the flow would decay.
    public const double LongestStep = 2;

    /// <summary>Trains from one epoch to another.</summary>
    /// <param name="start">The weights at the first.</param>
    /// <param name="first">Where the flow takes over, at least 0.</param>
    /// <param name="last">After the first.</param>
    /// <param name="observe">Called once per stretch.</param>
    /// <returns>How many gradients it took.</returns>
    /// <exception cref="RungeKuttaException">The integration failed before the last epoch.</exception>
    /// <exception cref="DivergenceException">Descent, for which the flow stands, would diverge.</exception>
    public int Run(TwoLayerWeights start, double first, double last, Action<ITwoLayerStretch> observe)
    {
        var weights = start.Copy();
        var change = start.Copy();
        var initial = new double[weights.Count];
        weights.Write(initial);

        var stretch = new TwoLayerFlowStretch(
            weights.Count,
            start.Copy(),
            (state, target) => target.Read(state)
        );
        RungeKuttaStatistics statistics = RungeKuttaChebyshev.Integrate(
            (_, state, derivative) =>
            {
                weights.Read(state);
                network.Change(weights, change, 0);
                change.Write(derivative);
            },
            first,
            initial,
            last,
            Options(network, weights, tolerance),
            segment =>
            {
                stretch.Segment = segment;
                observe(stretch);
            }
        );
        RequireConvergence(statistics.SpectralRadius);
        return statistics.Evaluations;
    }

    /// <summary>What the error per step of a flow may be.</summary>
    /// <param name="network">Says how many weights there are.</param>
    /// <param name="weights">Where the flow starts, with the zeros that fill up the layout in which it is integrated.</param>
    /// <param name="tolerance">Relative to the weights.</param>
    public static RungeKuttaOptions Options(
        ITwoLayerNetwork network,
        TwoLayerWeights weights,
        double tolerance
    )
    {
        // Most weights are in the first layer: their size is the scale below which none need be accurate.
        double typical = Math.Sqrt(weights.First.SquaredNorm() / network.Weights.First);
        // A root mean square over all components is smaller by as much as zeros that fill up a layout are among them.
        double filled = Math.Sqrt((double)(network.Weights.First + network.Weights.Second) / weights.Count);
        return new()
        {
            RelativeTolerance = tolerance * filled,
            AbsoluteTolerance = tolerance * filled * typical,
        };
    }

    /// <exception cref="DivergenceException">Descent, for which a flow of that spectral radius stands, would diverge.</exception>
    public static void RequireConvergence(double spectralRadius)
    {
        if (!(spectralRadius < LongestStep))
            throw new DivergenceException(spectralRadius);
    }
}
