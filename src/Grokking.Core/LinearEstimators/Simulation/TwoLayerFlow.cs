using Grokking.Numerics;
using MathNet.Numerics.RootFinding;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// The gradient flow dS/dt = −η∇L_tr, t in epochs, which gradient descent follows to O(η × curvature): about
/// 1e-3 of a loss at figure 5's sizes, where it takes hundreds of gradients instead of 10⁵.
/// </summary>
internal sealed class TwoLayerFlow(ITwoLayerNetwork network, double tolerance)
{
    // Beyond it an epoch of descent, a step of length 1, overshoots and grows, where the flow would decay.
    private const double LongestStep = 2;

    // Of a step's length, and of the excess. The integration is less accurate, but what it gives is the same everywhere.
    private const double OnsetAccuracy = 1e-13;

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

        // Most weights are in the first layer: their size is the scale below which none need be accurate.
        double typical = Math.Sqrt(weights.First.SquaredNorm() / network.Weights.First);
        // A root mean square over all components is smaller by as much as zeros that fill up a layout are among them.
        double filled = Math.Sqrt((double)(network.Weights.First + network.Weights.Second) / weights.Count);
        var options = new RungeKuttaOptions
        {
            RelativeTolerance = tolerance * filled,
            AbsoluteTolerance = tolerance * filled * typical,
        };
        var stretch = new Stretch(weights.Copy());
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
            options,
            segment =>
            {
                stretch.Segment = segment;
                observe(stretch);
            }
        );
        return statistics.SpectralRadius < LongestStep
            ? statistics.Evaluations
            : throw new DivergenceException(statistics.SpectralRadius);
    }

    private sealed class Stretch(TwoLayerWeights scratch) : ITwoLayerStretch
    {
        private readonly double[] _vector = new double[scratch.Count];

        public RungeKuttaSegment Segment { get; set; } = new();

        public double Start => Segment.Start;

        public double End => Segment.End;

        public void At(double epoch, TwoLayerWeights weights)
        {
            Segment.At(epoch, _vector);
            weights.Read(_vector);
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
}
