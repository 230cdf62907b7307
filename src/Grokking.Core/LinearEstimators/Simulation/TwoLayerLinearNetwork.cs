using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// f(x) = S⁽¹⁾ᵀ S⁽⁰⁾ᵀ x in the eigenbasis of Σ, where ΣD costs d_in d_out instead of d_in² d_out; Levi et al.
/// 2024, eq. 38. A change of basis of the inputs: the iteration is the same up to rounding.
/// </summary>
internal sealed class TwoLayerLinearNetwork : ITwoLayerNetwork
{
    // Fewer steps do not earn what a span costs.
    private const int FewestSpanned = 100;

    private readonly ILinearAlgebra _algebra;
    private readonly Matrix _trainingInputs;
    private readonly Matrix _freshInputs;
    private readonly EigenbasisGradient _gradient;
    private readonly Lazy<SpannedDescent>? _spanned; // where nobody steps it is not made
    private readonly double _rate;
    private readonly Matrix _distance; // D

    public TwoLayerLinearNetwork(TwoLayerExperiment experiment, TwoLayerDraw draw, ILinearAlgebra algebra)
        : this(experiment, TwoLayerEigenbasis.Of(draw, algebra), algebra) { }

    public TwoLayerLinearNetwork(
        TwoLayerExperiment experiment,
        TwoLayerEigenbasis basis,
        ILinearAlgebra algebra
    )
    {
        _algebra = algebra;
        (_trainingInputs, _freshInputs) = (basis.TrainingSamples, basis.FreshSamples);
        Matrix teacher = algebra.Product(basis.Teacher.First, false, basis.Teacher.Second, false);
        _gradient = new(basis.Eigenvalues, teacher, experiment.HiddenWidth);
        Start = EigenbasisGradient.Arranged(basis.Student.First, basis.Student.Second);
        _rate = 2 * experiment.LearningRate / experiment.OutputDimension;
        _distance = new(experiment.InputDimension, experiment.OutputDimension);
        if (experiment.SpansSteps && SpannedDescent.Pays(experiment.InputDimension, Start))
            _spanned = new(
                () => new(_gradient, basis.Eigenvalues, teacher, Start, algebra),
                isThreadSafe: false
            );
        Weights = (basis.Student.First.Values.Length, basis.Student.Second.Values.Length);
    }

    public TwoLayerWeights Start { get; }

    public (int First, int Second) Weights { get; }

    public void Change(TwoLayerWeights weights, TwoLayerWeights result, double keep) =>
        _gradient.Change(weights, result, _rate, keep);

    /// <summary>−η ∇L_tr, where both layers lie in a vector as <see cref="TwoLayerWeights.Write"/> leaves them.</summary>
    public void Slope(ReadOnlySpan<double> state, Span<double> slope)
    {
        int first = Start.First.Values.Length;
        _gradient.Change(state[..first], state[first..], slope[..first], slope[first..], _rate, keep: 0);
    }

    public void Descend(TwoLayerWeights weights, long epochs)
    {
        long taken = epochs < FewestSpanned ? 0 : _spanned?.Value.Step(weights, _rate, epochs) ?? 0;
        for (; taken < epochs; taken++)
            Change(weights, weights, 1);
    }

    public int Samples(SampleSet set) => Inputs(set).Rows;

    public Matrix Errors(TwoLayerWeights weights, SampleSet set) => Errors(Distance(weights), Inputs(set));

    public IEnumerable<Matrix> ErrorsByBlocks(TwoLayerWeights weights, SampleSet set)
    {
        var distance = Distance(weights);
        return SampleBlocks.Of(Inputs(set)).Select(block => Errors(distance, block));
    }

    public double PopulationLoss(TwoLayerWeights weights) => ProductDistance(weights) / _distance.Columns;

    public double ProductDistance(TwoLayerWeights weights) => Distance(weights).SquaredNorm();

    // As (DᵀXᵀ)ᵀ: outputs are few, and products with few rows read the samples fastest.
    private Matrix Errors(Matrix distance, MatrixRows samples) =>
        _algebra.Product(distance, true, samples, true).Transposed();

    private Matrix Inputs(SampleSet set) => set == SampleSet.Training ? _trainingInputs : _freshInputs;

    private Matrix Distance(TwoLayerWeights weights)
    {
        _gradient.Distance(weights, _distance);
        return _distance;
    }
}
