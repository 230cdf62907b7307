using Grokking.Benchmarks.Measuring;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Simulation;

namespace Grokking.Benchmarks.Studies;

/// <summary>The weights that a tanh network's flow has at some epochs.</summary>
internal static class FlowStates
{
    // The usual one; any state near the trajectory serves to start from.
    private const double Tolerance = 5e-6;

    public static List<(long Epoch, TwoLayerWeights Weights)> At(
        Bench bench,
        TwoLayerExperiment experiment,
        TwoLayerDraw draw,
        long[] epochs
    )
    {
        var network = new TwoLayerTanhNetwork(experiment, draw, bench.Algebra);
        List<(long, TwoLayerWeights)> states = [];
        new TwoLayerFlow(network, Tolerance).Run(
            network.Start,
            0,
            epochs[^1],
            stretch =>
            {
                while (states.Count < epochs.Length && epochs[states.Count] <= stretch.End)
                {
                    TwoLayerWeights weights = network.Start.Copy();
                    stretch.At(epochs[states.Count], weights);
                    states.Add((epochs[states.Count], weights));
                }
            }
        );
        return states;
    }
}
