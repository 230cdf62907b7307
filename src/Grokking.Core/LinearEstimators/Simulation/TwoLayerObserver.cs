using Grokking.Curves;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Records a network's curves and finds where its accuracies meet their level, stretch by stretch.</summary>
internal sealed class TwoLayerObserver
{
    private readonly ITwoLayerNetwork _network;
    private readonly AccuracyCriterion _criterion;
    private readonly TimeGrid _grid;
    private readonly TwoLayerWeights _weights;
    private readonly bool _scoresFresh;
    private readonly List<(double TrainingLoss, double TrainingAccuracy, double PopulationLoss)> _looks = [];
    private readonly List<double> _freshAccuracies = [];
    private readonly List<TwoLayerNorms> _norms = [];
    private readonly double _initialLoss; // L_tr
    private ThresholdCrossing? _training;
    private ThresholdCrossing? _generalization;

    public TwoLayerObserver(
        ITwoLayerNetwork network,
        AccuracyCriterion criterion,
        TimeGrid grid,
        bool scoresFresh
    )
    {
        (_network, _criterion, _grid, _scoresFresh) = (network, criterion, grid, scoresFresh);
        _weights = network.Start.Copy();
        InitialNorms = Norms();
        _initialLoss = Errors(SampleSet.Training, _weights).Average();
        if (Reached(SampleSet.Training, _weights))
            _training = new ThresholdCrossing.Initially();
        if (Reached(SampleSet.Fresh, _weights))
            _generalization = new ThresholdCrossing.Initially();
    }

    public TwoLayerNorms InitialNorms { get; }

    public IReadOnlyList<TwoLayerNorms> RecordedNorms => _norms;

    public LearningCurves Curves =>
        new(
            _grid,
            [.. _looks.Select(look => look.TrainingLoss)],
            [.. _looks.Select(look => look.PopulationLoss)],
            [.. _looks.Select(look => look.TrainingAccuracy)],
            [.. _freshAccuracies]
        );

    public GrokkingTime GrokkingTime
    {
        get
        {
            var notReached = new ThresholdCrossing.NotReachedBy(_grid.Epochs[^1]);
            return new(_training ?? notReached, _generalization ?? notReached);
        }
    }

    public void Observe(ITwoLayerStretch stretch)
    {
        while (_looks.Count < _grid.Epochs.Count && _grid.Epochs[_looks.Count] <= stretch.End)
        {
            stretch.At(_grid.Epochs[_looks.Count], _weights);
            _norms.Add(Norms());
            if (!double.IsFinite(_norms[^1].Distance))
                throw new DivergenceException(_grid.Epochs[_looks.Count]);
            double[] errors = Errors(SampleSet.Training, _weights);
            _looks.Add((errors.Average(), Accuracy(errors), _network.PopulationLoss(_weights)));
            if (_scoresFresh)
                _freshAccuracies.Add(Accuracy(Errors(SampleSet.Fresh, _weights)));
            // Few epochs may not suffice for numbers to overflow, but what ends higher than it began did not descend.
            if (_looks.Count == _grid.Epochs.Count && _looks[^1].TrainingLoss > _initialLoss)
                throw new DivergenceException(_grid.Epochs[^1]);
        }
        _training ??= CrossingWithin(stretch, SampleSet.Training);
        _generalization ??= CrossingWithin(stretch, SampleSet.Fresh);
    }

    private ThresholdCrossing.Reached? CrossingWithin(ITwoLayerStretch stretch, SampleSet set)
    {
        stretch.At(stretch.End, _weights);
        return Reached(set, _weights) ? new(stretch.Onset(weights => Excess(set, weights))) : null;
    }

    // Most often the first samples already hold more wrong ones than the level allows.
    private bool Reached(SampleSet set, TwoLayerWeights weights)
    {
        int samples = _network.Samples(set);
        int correct = samples;
        foreach (var errors in _network.ErrorsByBlocks(weights, set).Select(SampleErrors.Of))
        {
            correct -= errors.Count(error => !(error < _criterion.Epsilon));
            if (!((double)correct / samples >= _criterion.Level))
                return false;
        }
        return true;
    }

    /// <summary>
    /// log(error/ε) of the worst sample among as many of the best as have to be correct: not positive where the accuracy
    /// meets its level, and continuous where the accuracy jumps.
    /// </summary>
    private double Excess(SampleSet set, TwoLayerWeights weights)
    {
        double[] errors = Errors(set, weights);
        int needed = 1;
        while (!((double)needed / errors.Length >= _criterion.Level))
            needed++;
        for (int i = 0; i < errors.Length; i++)
            errors[i] = double.IsNaN(errors[i])
                ? double.MaxValue
                : Math.Clamp(errors[i], double.Epsilon, double.MaxValue);
        Array.Sort(errors);
        return Math.Log(errors[needed - 1]) - Math.Log(_criterion.Epsilon);
    }

    private double[] Errors(SampleSet set, TwoLayerWeights weights) =>
        SampleErrors.Of(_network.Errors(weights, set));

    private double Accuracy(double[] errors) =>
        (double)SampleErrors.Correct(errors, _criterion.Epsilon) / errors.Length;

    private TwoLayerNorms Norms()
    {
        var (first, second) = (_weights.First.SquaredNorm(), _weights.Second.SquaredNorm());
        return new((first + second) / 2, second, _network.ProductDistance(_weights));
    }
}
