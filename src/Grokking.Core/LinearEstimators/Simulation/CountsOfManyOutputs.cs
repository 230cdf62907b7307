using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>Counts of samples with many outputs, from errors that are known roughly, to within a bound.</summary>
/// <remarks>
/// With G = BBᵀ an error is Σ_ij (r_i r_j)ᵗ G_ij x̃_i x̃_j/d_out. Where every (r_i r_j)ᵗ is off by at most 3τ of the largest
/// one, the error is by at most 3τ max_i r_i²ᵗ ‖x̃‖²/d_out times the largest row sum of |G| (<see cref="OutputNorms"/>), which bounds the norm of any
/// symmetric matrix with entries between ±|G_ij|. No error is larger than ‖G‖ Σ_i r_i²ᵗ x̃_i²/d_out, which only falls: once that
/// is below ε for all samples nobody needs to look.
/// </remarks>
internal sealed class CountsOfManyOutputs : ISampleCounts
{
    /// <summary>Powers are checked on a net; between its points they may be so many times further off.</summary>
    public const double BetweenPoints = 2;

    // Where a mode has fallen below it, no (r_i r_j)ᵗ of an anchor is off by more; together they are, by one more τ at most.
    private const double Vanished = EpochSpan.Tolerance / EpochSpan.LargestGain;

    // ‖G‖ comes from its eigenvalues, to rounding.
    private const double Rounding = 1e-9;

    private readonly DecayingRows _components;
    private readonly double _epsilon;
    private readonly ILinearAlgebra _algebra;
    private readonly Lazy<ErrorsOfManyOutputs> _errors;
    private readonly Lazy<OutputNorms> _norms;
    private readonly SpannedRows _rough;
    private readonly Lazy<double[]> _bounds; // of each sample's rough error, the largest power being 1
    private long _allCorrect = long.MaxValue; // surely from here on

    /// <param name="errors">Those of the samples, exactly; asked for when first needed, as are the norms.</param>
    /// <param name="components">B, D along the modes, without limit.</param>
    /// <param name="norms">Those of G.</param>
    /// <param name="epsilon">A sample below this error is correct.</param>
    /// <param name="algebra">Multiplies.</param>
    public CountsOfManyOutputs(
        Lazy<ErrorsOfManyOutputs> errors,
        DecayingRows components,
        Lazy<OutputNorms> norms,
        double epsilon,
        ILinearAlgebra algebra
    )
    {
        (_components, _epsilon, _errors, _norms, _algebra) = (components, epsilon, errors, norms, algebra);
        // Errors decay like pairs of modes.
        EpochSpan? span = components.Rates is { } rates
            ? EpochSpan.Between(2 * rates.Min(), 2 * rates.Max())
            : null;
        _rough = new(span, epochs => errors.Value.At(epochs, Vanished), algebra);
        _bounds = new(() => Bounds(errors.Value.Samples));
    }

    // What is kept of all epochs serves all stretches.
    public void Prepare(long from, long to) { }

    public IEnumerable<int> Correct(IReadOnlyList<long> epochs)
    {
        // It takes a pass over all samples: for one epoch as much as what it may save.
        if (epochs.Count > 1 && epochs.Min() < _allCorrect)
        {
            bool[] surely = SurelyAllCorrect(epochs);
            _allCorrect = epochs.Where((_, k) => surely[k]).Append(_allCorrect).Min();
        }
        long[] open = [.. epochs.Where(epoch => epoch < _allCorrect)];
        Matrix? rough = open.Length == 0 ? null : _rough.At(open);
        return epochs.Select(epoch =>
            epoch < _allCorrect
                ? Correct(rough!.Row(Array.IndexOf(open, epoch)), epoch)
                : _errors.Value.Samples.Columns
        );
    }

    /// <summary>Whether ‖G‖ Σ_i r_i²ᵗ x̃_i²/d_out is below ε for all samples, at each of the epochs.</summary>
    internal bool[] SurelyAllCorrect(IReadOnlyList<long> epochs)
    {
        Matrix samples = _errors.Value.Samples;
        var squares = Matrix.Uninitialized(samples.Rows, samples.Columns);
        TensorPrimitives.Multiply(samples.Values, samples.Values, squares.Values);
        var factors = new Matrix(epochs.Count, samples.Rows);
        for (int k = 0; k < epochs.Count; k++)
        for (int i = 0; i < factors.Columns; i++)
            factors[k, i] = Math.Pow(_components.Factor(i, epochs[k]), 2);
        double part = (1 + Rounding) * _norms.Value.Norm / _components.Initial.Columns;
        Matrix sums = _algebra.Product(factors, false, squares, false, part);
        return
        [
            .. Enumerable
                .Range(0, epochs.Count)
                .Select(k => TensorPrimitives.Max<double>(sums.Row(k)) < _epsilon),
        ];
    }

    private int Correct(ReadOnlySpan<double> rough, long epoch)
    {
        double largest = _components.LargestFactor(epoch);
        var (least, most) = (new double[rough.Length], new double[rough.Length]);
        TensorPrimitives.MultiplyAdd(_bounds.Value, -largest * largest, rough, least);
        TensorPrimitives.MultiplyAdd(_bounds.Value, largest * largest, rough, most);
        return CertainCount.Correct(least, most, _epsilon, open => _errors.Value.Of(open, epoch));
    }

    private double[] Bounds(Matrix samples)
    {
        var bounds = new double[samples.Columns];
        for (int i = 0; i < samples.Rows; i++)
            TensorPrimitives.MultiplyAdd(samples.Row(i), samples.Row(i), bounds, bounds);
        double part = (BetweenPoints + 1) * EpochSpan.Tolerance / _components.Initial.Columns;
        TensorPrimitives.Multiply(bounds, part * _norms.Value.LargestRowSum, bounds);
        return bounds;
    }
}
