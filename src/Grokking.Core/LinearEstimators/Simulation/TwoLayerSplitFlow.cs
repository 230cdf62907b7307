using System.Numerics.Tensors;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The gradient flow of a weakly nonlinear tanh network, as that of the linear network of the same task plus a remainder:
/// the linear gradient is a hundred times cheaper and carries the stiffness, and the remainder, some (gσ)² of it, is
/// taken once in a long step.
/// </summary>
/// <param name="network">The tanh network in the eigenbasis of Σ, weights kept a row for each unit.</param>
/// <param name="linear">The linear network in the same basis, weights kept as <see cref="EigenbasisGradient"/> does.</param>
/// <param name="tolerance">As <see cref="TwoLayerFlow"/>'s.</param>
internal sealed class TwoLayerSplitFlow(
    TwoLayerTanhNetwork network,
    TwoLayerLinearNetwork linear,
    double tolerance
)
{
    // To epoch 10⁵ at d_in = 300, d_h = 200 splitting takes a ninth of the gradients at gσ = 0.05, two fifths at 0.5, where the
    // time is the same, and nearly all at 2.5. Below, slopes E[tanh′] are within a fifth of 1, so that
    // the linear part's spectral radius stands for the whole one.
    private const double LargestArgument = 0.5;

    /// <summary>
    /// Whether splitting pays: gσ ≤ 1/2, where σ = 1/√(2 d_h) is the size of a unit's argument S⁽⁰⁾ᵀx as drawn. Otherwise
    /// the remainder is no small part of the gradient.
    /// </summary>
    public static bool Suits(TwoLayerExperiment experiment) =>
        experiment.Gain / Math.Sqrt(2.0 * experiment.HiddenWidth) <= LargestArgument;

    /// <summary>Trains from one epoch to another.</summary>
    /// <param name="start">The weights at the first, as the tanh network keeps them.</param>
    /// <param name="first">Where the flow takes over, at least 0.</param>
    /// <param name="last">After the first.</param>
    /// <param name="observe">Called once per stretch.</param>
    /// <returns>How many gradients of the tanh network it took.</returns>
    /// <exception cref="RungeKuttaException">The integration failed before the last epoch.</exception>
    /// <exception cref="DivergenceException">Descent, for which the flow stands, would diverge.</exception>
    public int Run(TwoLayerWeights start, double first, double last, Action<ITwoLayerStretch> observe)
    {
        var (units, unitsChange) = (start.Copy(), start.Copy());
        var (weights, change) = (linear.Start.Copy(), linear.Start.Copy());
        Turn(start, weights);
        var initial = new double[weights.Count];
        weights.Write(initial);
        var stretch = new TwoLayerFlowStretch(weights.Count, start.Copy(), ReadUnits);
        MultirateStatistics statistics = MultirateRungeKutta.Integrate(
            (_, state, derivative) => linear.Slope(state, derivative),
            (_, state, derivative) =>
            {
                ReadUnits(state, units);
                network.Change(units, unitsChange, 0);
                Turn(unitsChange, change);
                linear.Slope(state, derivative);
                var (firstLayer, secondLayer) = (change.First.Values, change.Second.Values);
                TensorPrimitives.Subtract(firstLayer, derivative[..firstLayer.Length], derivative);
                TensorPrimitives.Subtract(
                    secondLayer,
                    derivative[firstLayer.Length..],
                    derivative[firstLayer.Length..]
                );
            },
            first,
            initial,
            last,
            TwoLayerFlow.Options(network, weights, tolerance),
            segment =>
            {
                stretch.Segment = segment;
                observe(stretch);
            }
        );
        TwoLayerFlow.RequireConvergence(statistics.Fast.SpectralRadius);
        return statistics.Evaluations;

        void ReadUnits(ReadOnlySpan<double> state, TwoLayerWeights target)
        {
            weights.Read(state);
            Turn(weights, target);
        }
    }

    /// <summary>From a row for each unit to the linear network's layout, whose zeros stay, or back.</summary>
    private static void Turn(TwoLayerWeights from, TwoLayerWeights to)
    {
        from.First.TransposeInto(to.First);
        from.Second.TransposeInto(to.Second);
    }
}
