using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// f(x) = S⁽¹⁾ᵀ S⁽⁰⁾ᵀ x in the eigenbasis of Σ, where ΣD costs d_in d_out instead of d_in² d_out; Levi et al.
/// 2024, eq. 38. A change of basis of the inputs: the iteration is the same up to rounding.
/// </summary>
internal sealed class TwoLayerLinearNetwork : ITwoLayerNetwork
{
    private readonly ILinearAlgebra _algebra;
    private readonly double[] _eigenvalues;
    private readonly Matrix[] _trainingInputs;
    private readonly Matrix[] _freshInputs;
    private readonly Matrix _teacher;
    private readonly double _rate;
    private readonly Matrix _distance; // D, then ΣD
    private readonly Matrix _secondChange; // S⁽⁰⁾ᵀΣD

    public TwoLayerLinearNetwork(TwoLayerExperiment experiment, TwoLayerDraw draw, ILinearAlgebra algebra)
    {
        _algebra = algebra;
        // With fewer samples than dimensions the null space of Σ is needed too: D moves there with S⁽¹⁾.
        var training = draw.Training;
        (_eigenvalues, var modes) =
            training.Modes.Rows == experiment.InputDimension
                ? new(training.ModeEigenvalues, training.Modes)
                : algebra.Eigendecompose(algebra.Covariance(training.Samples));
        _trainingInputs = SampleBlocks.Of(algebra.Product(training.Samples, false, modes, true));
        _freshInputs = SampleBlocks.Of(algebra.Product(draw.FreshSamples, false, modes, true));
        _teacher = algebra.Product(
            modes,
            false,
            algebra.Product(draw.Teacher.First, false, draw.Teacher.Second, false),
            false
        );
        Start = new(algebra.Product(modes, false, draw.Student.First, false), draw.Student.Second);
        _rate = 2 * experiment.LearningRate / experiment.OutputDimension;
        _distance = new(experiment.InputDimension, experiment.OutputDimension);
        _secondChange = new(experiment.HiddenWidth, experiment.OutputDimension);
    }

    public TwoLayerWeights Start { get; }

    public void Change(TwoLayerWeights weights, TwoLayerWeights result, double keep)
    {
        Distance(weights);
        for (int i = 0; i < _eigenvalues.Length; i++)
            foreach (ref double entry in _distance.Row(i))
                entry *= _eigenvalues[i];

        // Everything that reads the old weights comes before they are overwritten.
        _algebra.Multiply(weights.First, true, _distance, false, _secondChange, -_rate);
        _algebra.Multiply(_distance, false, weights.Second, true, result.First, -_rate, keep);
        for (int i = 0; i < _secondChange.Values.Length; i++)
            result.Second.Values[i] = _secondChange.Values[i] + (keep * result.Second.Values[i]);
    }

    public int Samples(SampleSet set) => Inputs(set).Sum(block => block.Rows);

    public IEnumerable<Matrix> Errors(TwoLayerWeights weights, SampleSet set)
    {
        var distance = Distance(weights);
        return Inputs(set).Select(block => _algebra.Product(block, false, distance, false));
    }

    public double PopulationLoss(TwoLayerWeights weights) => ProductDistance(weights) / _teacher.Columns;

    public double ProductDistance(TwoLayerWeights weights) => Distance(weights).SquaredNorm();

    private Matrix[] Inputs(SampleSet set) => set == SampleSet.Training ? _trainingInputs : _freshInputs;

    private Matrix Distance(TwoLayerWeights weights)
    {
        _teacher.Values.CopyTo(_distance.Values, 0);
        _algebra.Multiply(weights.First, false, weights.Second, false, _distance, 1, -1);
        return _distance;
    }
}
