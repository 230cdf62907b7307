using System.Numerics;
using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>f(x) = S⁽¹⁾ᵀ tanh(g S⁽⁰⁾ᵀ x)/g, differentiated by hand.</summary>
/// <remarks>
/// Weights and hidden units are kept a row for each unit, S⁽⁰⁾ᵀ: products with few rows read the samples fastest.
/// One gradient costs 2 N_tr d_in d_h multiplications; its buffers are allocated once.
/// </remarks>
internal sealed class TwoLayerTanhNetwork : ITwoLayerNetwork
{
    private readonly ILinearAlgebra _algebra;
    private readonly double _gain;
    private readonly double _rate;
    private readonly Matrix _inputs; // X
    private readonly TwoLayerWeights _teacher;
    private readonly Dictionary<SampleSet, Block> _samples;
    private readonly Dictionary<SampleSet, Block[]> _blocks;
    private readonly Matrix _teacherProduct; // T = T⁽⁰⁾T⁽¹⁾
    private readonly TwoLayerPopulationLoss _populationLoss;
    private readonly Matrix _hidden; // tanh(g X S⁽⁰⁾)ᵀ, d_h × N_tr
    private readonly Matrix _errors; // f_S − f_T, N_tr × d_out
    private readonly Matrix _hiddenErrors; // ∂/∂(X S⁽⁰⁾)ᵀ, d_h × N_tr
    private readonly Matrix _secondChange; // d_h × d_out

    /// <summary>The network in the basis in which its inputs were drawn.</summary>
    public TwoLayerTanhNetwork(TwoLayerExperiment experiment, TwoLayerDraw draw, ILinearAlgebra algebra)
        : this(experiment, draw.Training.Samples, draw.FreshSamples, draw.Teacher, draw.Student, algebra) { }

    /// <summary>The same network in the eigenbasis of Σ.</summary>
    public TwoLayerTanhNetwork(
        TwoLayerExperiment experiment,
        TwoLayerEigenbasis basis,
        ILinearAlgebra algebra
    )
        : this(experiment, basis.TrainingSamples, basis.FreshSamples, basis.Teacher, basis.Student, algebra)
    { }

    private TwoLayerTanhNetwork(
        TwoLayerExperiment experiment,
        Matrix trainingSamples,
        Matrix freshSamples,
        TwoLayerWeights teacher,
        TwoLayerWeights student,
        ILinearAlgebra algebra
    )
    {
        if (experiment.Gain == 0)
            throw new ArgumentException("A gain of 0 is the linear network", nameof(experiment));
        (_algebra, _inputs, _gain) = (algebra, trainingSamples, experiment.Gain);
        (_teacher, Start) = (Turned(teacher), Turned(student));
        int samples = _inputs.Rows;
        _rate = 2 * experiment.LearningRate / experiment.OutputDimension / samples;
        _samples = new() { [SampleSet.Training] = OfAll(_inputs), [SampleSet.Fresh] = OfAll(freshSamples) };
        _blocks = _samples.ToDictionary(set => set.Key, set => Blocks(set.Value));
        _teacherProduct = algebra.Product(_teacher.First, true, _teacher.Second, false);
        _populationLoss = new(_teacher, _gain, algebra);
        _hidden = new(experiment.HiddenWidth, samples);
        _errors = new(samples, experiment.OutputDimension);
        _hiddenErrors = new(experiment.HiddenWidth, samples);
        _secondChange = new(experiment.HiddenWidth, experiment.OutputDimension);
    }

    /// <summary>S⁽⁰⁾ᵀ and S⁽¹⁾.</summary>
    public TwoLayerWeights Start { get; }

    public (int First, int Second) Weights => (Start.First.Values.Length, Start.Second.Values.Length);

    public void Change(TwoLayerWeights weights, TwoLayerWeights result, double keep)
    {
        Hidden(weights, _inputs, _hidden);
        _samples[SampleSet.Training].Targets.Values.CopyTo(_errors.Values);
        _algebra.Multiply(_hidden, true, weights.Second, false, _errors, 1 / _gain, -1);

        // Everything that reads the old weights comes before they are overwritten.
        _algebra.Multiply(_hidden, false, _errors, false, _secondChange, -_rate / _gain);
        _algebra.Multiply(weights.Second, false, _errors, true, _hiddenErrors);
        MultiplyBySlope(_hidden.Values, _hiddenErrors.Values);
        _algebra.Multiply(_hiddenErrors, false, _inputs, false, result.First, -_rate, keep);
        for (int i = 0; i < _secondChange.Values.Length; i++)
            result.Second.Values[i] = _secondChange.Values[i] + (keep * result.Second.Values[i]);
    }

    public void Descend(TwoLayerWeights weights, long epochs)
    {
        for (long i = 0; i < epochs; i++)
            Change(weights, weights, 1);
    }

    public int Samples(SampleSet set) => _samples[set].Samples.Rows;

    public Matrix Errors(TwoLayerWeights weights, SampleSet set) => Errors(weights, _samples[set]);

    public IEnumerable<Matrix> ErrorsByBlocks(TwoLayerWeights weights, SampleSet set) =>
        _blocks[set].Select(block => Errors(weights, block));

    public double PopulationLoss(TwoLayerWeights weights) => _populationLoss.Of(weights);

    public double ProductDistance(TwoLayerWeights weights)
    {
        Matrix distance = _teacherProduct.Copy();
        _algebra.Multiply(weights.First, true, weights.Second, false, distance, 1, -1);
        return distance.SquaredNorm();
    }

    /// <summary>Some samples, what the teacher says to them, and room for their hidden units.</summary>
    private sealed record Block(MatrixRows Samples, MatrixRows Targets, Matrix Hidden);

    private Block OfAll(Matrix samples)
    {
        var hidden = Room(samples);
        return new(samples, Outputs(_teacher, samples, hidden), hidden);
    }

    private Block[] Blocks(Block all) =>
        [
            .. SampleBlocks
                .Of(all.Samples.Matrix)
                .Zip(
                    SampleBlocks.Of(all.Targets.Matrix),
                    (samples, targets) => new Block(samples, targets, Room(samples))
                ),
        ];

    private Matrix Errors(TwoLayerWeights weights, Block block)
    {
        var errors = Outputs(weights, block.Samples, block.Hidden);
        TensorPrimitives.Subtract(errors.Values, block.Targets.Values, errors.Values);
        return errors;
    }

    private Matrix Room(MatrixRows samples) => new(_teacher.First.Rows, samples.Rows);

    private Matrix Outputs(TwoLayerWeights weights, MatrixRows samples, Matrix hidden)
    {
        Hidden(weights, samples, hidden);
        return _algebra.Product(hidden, true, weights.Second, false, 1 / _gain);
    }

    private void Hidden(TwoLayerWeights weights, MatrixRows samples, Matrix hidden)
    {
        _algebra.Multiply(weights.First, false, samples, true, hidden, _gain);
        Exponentials.Tanh(hidden.Values);
    }

    private static TwoLayerWeights Turned(TwoLayerWeights weights) =>
        new(weights.First.Transposed(), weights.Second);

    /// <summary>tanh′ = 1 − tanh².</summary>
    private static void MultiplyBySlope(ReadOnlySpan<double> tanh, Span<double> errors)
    {
        int i = 0;
        for (; i <= errors.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var value = new Vector<double>(tanh[i..]);
            ((Vector<double>.One - (value * value)) * new Vector<double>(errors[i..])).CopyTo(errors[i..]);
        }
        for (; i < errors.Length; i++)
            errors[i] *= 1 - (tanh[i] * tanh[i]);
    }
}
