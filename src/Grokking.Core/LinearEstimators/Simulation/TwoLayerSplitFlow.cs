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
    // time is the same, and nearly all at 2.5.
    private const double LargestArgument = 0.5;

    // The remainder is stiff itself, as much as it is part of the whole: long steps cannot outgrow it, and take about one gradient
    // for each unit of its rate times the epochs.
    private const double LargestDecay = 30;

    /// <summary>
    /// Whether splitting pays: gσ ≤ 1/2, where σ = 1/√(2 d_h) is the size of a unit's argument S⁽⁰⁾ᵀx as drawn; (gσ)² of the
    /// fastest mode's decay over all epochs, η(1 + √λ)²/d_out² each, at most 30; and no null space of Σ, which a basis would have to span.
    /// </summary>
    public static bool Suits(TwoLayerExperiment experiment)
    {
        double argument = experiment.Gain / Math.Sqrt(2.0 * experiment.HiddenWidth);
        double rate =
            experiment.LearningRate
            * Math.Pow((1 + Math.Sqrt(experiment.SampleRatio)) / experiment.OutputDimension, 2);
        return argument <= LargestArgument
            && argument * argument * rate * experiment.LastEpoch <= LargestDecay
            && experiment.InputDimension <= experiment.TrainingSamples;
    }

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
        var final = new double[weights.Count];
        var slope = new double[weights.Count];
        var stretch = new TwoLayerFlowStretch(weights.Count, start.Copy(), ReadUnits);
        MultirateStatistics statistics = MultirateRungeKutta.Integrate(
            (_, state, derivative) => linear.Slope(state, derivative),
            (time, state, derivative) =>
            {
                Whole(time, state, derivative);
                linear.Slope(state, slope);
                TensorPrimitives.Subtract(derivative, slope, derivative);
            },
            first,
            initial,
            last,
            TwoLayerFlow.Options(network, weights, tolerance),
            segment =>
            {
                stretch.Segment = segment;
                observe(stretch);
                if (segment.End >= last)
                    segment.EndState.CopyTo(final);
            }
        );
        double radius = statistics.Fast.SpectralRadius;
        if (radius >= TwoLayerFlow.LongestStep)
        {
            // That of the linear network, whose slopes are steeper. The whole gradient's decides, at either end.
            radius = Math.Max(Radius(initial), Radius(final));
        }
        TwoLayerFlow.RequireConvergence(radius);
        return statistics.Evaluations;

        void Whole(double _, ReadOnlySpan<double> state, Span<double> derivative)
        {
            ReadUnits(state, units);
            network.Change(units, unitsChange, 0);
            Turn(unitsChange, change);
            change.Write(derivative);
        }

        double Radius(double[] state)
        {
            Whole(0, state, slope);
            return new RungeKuttaSpectralRadius(Whole, state.Length).Estimate(0, state, slope);
        }

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
