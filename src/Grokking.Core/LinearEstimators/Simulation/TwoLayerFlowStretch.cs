using Grokking.Numerics;
using MathNet.Numerics.RootFinding;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>A step of an integrator as a stretch of training.</summary>
/// <param name="size">How many components the integrator's state has.</param>
/// <param name="scratch">Weights as the network keeps them, to be overwritten.</param>
/// <param name="read">Takes the network's weights from a state.</param>
internal sealed class TwoLayerFlowStretch(
    int size,
    TwoLayerWeights scratch,
    Action<ReadOnlySpan<double>, TwoLayerWeights> read
) : ITwoLayerStretch
{
    // Of a step's length, and of the excess. The integration is less accurate, but what it gives is the same everywhere.
    private const double OnsetAccuracy = 1e-13;

    private readonly double[] _state = new double[size];

    public RungeKuttaSegment Segment { get; set; } = new();

    public double Start => Segment.Start;

    public double End => Segment.End;

    public void At(double epoch, TwoLayerWeights weights)
    {
        Segment.At(epoch, _state);
        read(_state, weights);
    }

    public double Onset(Func<TwoLayerWeights, double> excess) =>
        Epoch(
            Brent.FindRoot(
                part =>
                {
                    At(Epoch(part), scratch);
                    return excess(scratch);
                },
                0,
                1,
                OnsetAccuracy
            )
        );

    private double Epoch(double part) => part < 1 ? Start + (part * (End - Start)) : End;
}
