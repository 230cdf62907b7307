using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Scores of many samples with many outputs. Which samples are correct follows from errors that are known roughly, to
/// within a bound; the few that lie no further from ε are looked at exactly. The mean error is known without any sample.
/// </summary>
/// <remarks>
/// With G = BBᵀ an error is Σ_ij (r_i r_j)ᵗ G_ij x̃_i x̃_j/d_out. Where every (r_i r_j)ᵗ is off by at most τ of the largest
/// one, the error is by at most τ max_i r_i²ᵗ ‖x̃‖²/d_out times the largest row sum of |G|, which bounds the norm of any
/// symmetric matrix with entries between ±|G_ij|.
/// </remarks>
internal sealed class RoughScores : ISampleScores
{
    /// <summary>τ: half as many anchors as to rounding, and one sample of a hundred to look at again where most are near ε.</summary>
    public const double Roughly = 1e-5;

    /// <summary>Powers are checked on a net; between its points they may be so many times further off.</summary>
    public const double BetweenPoints = 2;

    private readonly DecayingRows _components;
    private readonly double _epsilon;
    private readonly Func<IReadOnlyList<long>, double[]> _means;
    private readonly Lazy<ErrorsOfManyOutputs> _errors;
    private readonly SpannedRows _rough;
    private readonly Lazy<double[]> _bounds; // of each sample's rough error, the largest power being 1

    /// <param name="errors">Those of the samples, exactly; asked for when first needed, as is G.</param>
    /// <param name="components">B, D along the modes, without limit.</param>
    /// <param name="gram">G.</param>
    /// <param name="epsilon">A sample below this error is correct.</param>
    /// <param name="means">The mean errors at some epochs.</param>
    /// <param name="algebra">Multiplies.</param>
    public RoughScores(
        Lazy<ErrorsOfManyOutputs> errors,
        DecayingRows components,
        Lazy<Matrix> gram,
        double epsilon,
        Func<IReadOnlyList<long>, double[]> means,
        ILinearAlgebra algebra
    )
    {
        (_components, _epsilon, _means, _errors) = (components, epsilon, means, errors);
        _rough = ErrorsOfManyOutputs.Spanned(errors, components, algebra, Roughly);
        _bounds = new(() => Bounds(errors.Value.Samples, gram.Value, components.Initial.Columns));
    }

    // What is kept of all epochs serves all stretches.
    public void Prepare(long from, long to) { }

    public IEnumerable<SampleScore> At(IReadOnlyList<long> epochs) =>
        Correct(epochs)
            .Zip(
                _means(epochs),
                (correct, mean) => new SampleScore((double)correct / _bounds.Value.Length, mean)
            );

    public IEnumerable<int> Correct(IReadOnlyList<long> epochs)
    {
        Matrix rough = _rough.At(epochs);
        return epochs.Select((epoch, i) => Correct(rough.Row(i), epoch));
    }

    private int Correct(ReadOnlySpan<double> rough, long epoch)
    {
        double largest = _components.LargestFactor(epoch);
        int correct = 0;
        List<int> open = [];
        for (int i = 0; i < rough.Length; i++)
        {
            double bound = _bounds.Value[i] * largest * largest;
            if (rough[i] + bound < _epsilon)
                correct++;
            else if (!(rough[i] - bound >= _epsilon))
                open.Add(i);
        }
        return open.Count == 0
            ? correct
            : correct + SampleScore.Correct(_errors.Value.Of(open, epoch), _epsilon);
    }

    private static double[] Bounds(Matrix samples, Matrix gram, int outputs)
    {
        double rowSum = Enumerable
            .Range(0, gram.Rows)
            .Max(i => TensorPrimitives.SumOfMagnitudes<double>(gram.Row(i)));
        var bounds = new double[samples.Columns];
        for (int i = 0; i < samples.Rows; i++)
            TensorPrimitives.MultiplyAdd(samples.Row(i), samples.Row(i), bounds, bounds);
        TensorPrimitives.Multiply(bounds, BetweenPoints * Roughly * rowSum / outputs, bounds);
        return bounds;
    }
}
