using Grokking.Curves;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Full-batch gradient descent, step by step.</summary>
internal sealed class TwoLayerDescent(ITwoLayerNetwork network)
{
    /// <summary>Trains from epoch 0.</summary>
    /// <param name="weights">Those at epoch 0; receives those at the last.</param>
    /// <param name="last">The last epoch, at least 1.</param>
    /// <param name="grid">Stretches end at these epochs, and at the last.</param>
    /// <param name="observe">Called once per stretch.</param>
    /// <returns>How many gradients it took, those for the search of an onset included.</returns>
    /// <exception cref="DivergenceException">The weights are not finite at the last epoch.</exception>
    public int Run(TwoLayerWeights weights, long last, TimeGrid grid, Action<ITwoLayerStretch> observe)
    {
        var stretch = new Stretch(network, weights);
        foreach (long epoch in grid.Epochs.Where(epoch => epoch < last).Append(last))
        {
            stretch.Advance(epoch);
            observe(stretch);
        }
        stretch.At(last, weights);
        return double.IsFinite(weights.First.SquaredNorm() + weights.Second.SquaredNorm())
            ? stretch.Gradients
            : throw new DivergenceException(last);
    }

    private sealed class Stretch(ITwoLayerNetwork network, TwoLayerWeights initial) : ITwoLayerStretch
    {
        private TwoLayerWeights _start = initial.Copy();
        private TwoLayerWeights _end = initial.Copy();
        private long _startEpoch;
        private long _endEpoch;

        public double Start => _startEpoch;

        public double End => _endEpoch;

        public int Gradients { get; private set; }

        public void Advance(long epoch)
        {
            (_start, _startEpoch) = (_end, _endEpoch);
            _end = _start.Copy();
            Step(_end, epoch - _startEpoch);
            _endEpoch = epoch;
        }

        public void At(double epoch, TwoLayerWeights weights)
        {
            var nearest = epoch < _endEpoch ? _start : _end;
            nearest.CopyTo(weights);
            Step(weights, (long)epoch - (epoch < _endEpoch ? _startEpoch : _endEpoch));
        }

        // Bisection that only ever steps forwards from the last epoch known to be too early: all in all it
        // repeats the stretch no more than once.
        public double Onset(Func<TwoLayerWeights, double> excess)
        {
            var (early, middle) = (_start.Copy(), _start.Copy());
            var (earlyEpoch, lateEpoch) = (_startEpoch, _endEpoch);
            while (lateEpoch - earlyEpoch > 1)
            {
                long half = (lateEpoch - earlyEpoch) / 2;
                early.CopyTo(middle);
                Step(middle, half);
                if (excess(middle) < 0)
                    lateEpoch = earlyEpoch + half;
                else
                    (early, middle, earlyEpoch) = (middle, early, earlyEpoch + half);
            }
            return lateEpoch;
        }

        private void Step(TwoLayerWeights weights, long epochs)
        {
            network.Descend(weights, epochs);
            Gradients += (int)epochs;
        }
    }
}
