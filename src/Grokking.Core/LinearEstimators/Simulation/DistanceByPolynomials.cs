using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// D(t) without eigenvectors: what decays is p(Σ)B with p(ν) = (1 − 2η(ν+g)/d_out)ᵗ, g = γ/2, a sum of Chebyshev polynomials
/// of Σ, <see cref="ChebyshevSeries"/>. Where Σ is tridiagonal each of them costs d_in d_out multiplications.
/// </summary>
internal sealed class DistanceByPolynomials : IDecayingDistance
{
    private readonly TridiagonalForm _form;
    private readonly ILinearAlgebra _algebra;
    private readonly ChebyshevSeries _series;
    private readonly Decay _slowest;
    private readonly Matrix? _limit; // C where Σ is tridiagonal
    private readonly double _middle;
    private readonly double _half;
    private Matrix _polynomials; // T_k(y)B, one a row, output by output; y falls from 1 to −1 as ν rises
    private int _known;

    /// <param name="experiment">Without label noise.</param>
    /// <param name="draw">Its draw.</param>
    /// <param name="algebra">Multiplies.</param>
    /// <exception cref="ArgumentException">The spectrum does not <see cref="Suit"/>.</exception>
    public DistanceByPolynomials(OneLayerExperiment experiment, OneLayerDraw draw, ILinearAlgebra algebra)
    {
        var eigenvalues = draw.Training.EigenvaluesAlone;
        if (!Suit(experiment, eigenvalues))
            throw new ArgumentException(
                $"Eigenvalues from {eigenvalues[0]} to {eigenvalues[^1]}",
                nameof(draw)
            );
        (_form, _algebra, Outputs) = (draw.Training.Tridiagonal, algebra, experiment.OutputDimension);
        _series = new(Spread(experiment, eigenvalues));
        _middle = (eigenvalues[^1] + eigenvalues[0]) / 2;
        _half = (eigenvalues[^1] - eigenvalues[0]) / 2;
        Decay[] decays = [.. eigenvalues.Select(eigenvalue => Decay.Of(experiment, eigenvalue))];
        _slowest = decays[0];
        Rates = decays.All(decay => decay.Rate is not null)
            ? [.. decays.Select(decay => decay.Rate!.Value)]
            : null;
        Matrix initial = Entered(draw.Distance());
        if (experiment.WeightDecay > 0)
            _limit = Remains(experiment.WeightDecay / 2, draw.Teacher);
        for (int i = 0; i < initial.Values.Length; i++)
            initial.Values[i] -= _limit?.Values[i] ?? 0;
        Reach = Math.Sqrt(initial.SquaredNorm());
        _polynomials = new(1, initial.Values.Length, initial.Values);
        _known = 1;
    }

    public int Outputs { get; }

    public IReadOnlyList<double>? Rates { get; }

    public double Reach { get; }

    public Matrix? Limit => _limit is null ? null : Left(_limit.Copy());

    /// <summary>Whether eigenvalues differ, none is negative, and the fastest mode falls no less than the slowest.</summary>
    public static bool Suit(OneLayerExperiment experiment, IReadOnlyList<double> eigenvalues) =>
        eigenvalues[0] >= 0
        && eigenvalues[0] < eigenvalues[^1]
        && Rate(experiment) * (eigenvalues[0] + eigenvalues[^1] + experiment.WeightDecay) <= 2;

    /// <summary>The last epoch for which a number of polynomials is enough.</summary>
    public long LastEpoch(int terms) => _series.LastEpoch(terms);

    public double LargestFactor(long epoch) => _slowest.At(epoch);

    public Matrix At(IReadOnlyList<long> epochs) => Left(Decaying(epochs));

    /// <summary>Both losses.</summary>
    public Losses LossesAt(long epoch)
    {
        Matrix distance = Decaying([epoch]);
        var (training, generalization) = (0.0, 0.0);
        var image = new double[_form.Order];
        for (int output = 0; output < Outputs; output++)
        {
            Span<double> row = distance.Row(output);
            for (int i = 0; i < row.Length; i++)
                row[i] += _limit?[output, i] ?? 0;
            _form.Times(row, image);
            training += TensorPrimitives.Dot<double>(row, image);
            generalization += TensorPrimitives.SumOfSquares<double>(row);
        }
        return new(training / Outputs, generalization / Outputs);
    }

    /// <summary>What decays, where Σ is tridiagonal.</summary>
    private Matrix Decaying(IReadOnlyList<long> epochs)
    {
        int terms = _series.Terms(epochs.Max());
        Know(terms);
        var weights = new Matrix(epochs.Count, terms);
        for (int i = 0; i < epochs.Count; i++)
        {
            double factor = _slowest.At(epochs[i]);
            double[] coefficients = _series.Coefficients(epochs[i]);
            for (int k = 0; k < coefficients.Length; k++)
                weights[i, k] = factor * coefficients[k];
        }
        Matrix distances = _algebra.Product(weights, false, _polynomials.Slice(..terms), false);
        return new(epochs.Count * Outputs, _form.Order, distances.Values);
    }

    /// <summary>T_1 = yT_0, T_{k+1} = 2yT_k − T_{k−1}.</summary>
    private void Know(int terms)
    {
        if (terms > _polynomials.Rows)
        {
            var more = Matrix.Uninitialized(Math.Max(terms, 2 * _polynomials.Rows), _polynomials.Columns);
            _polynomials.Values.AsSpan(0, _known * _polynomials.Columns).CopyTo(more.Values);
            _polynomials = more;
        }
        var image = new double[_form.Order];
        for (; _known < terms; _known++)
        for (int output = 0; output < Outputs; output++)
        {
            ReadOnlySpan<double> last = Polynomial(_known - 1, output);
            Span<double> next = Polynomial(_known, output);
            double slope = (_known == 1 ? 1 : 2) / _half;
            _form.Times(last, image);
            TensorPrimitives.Multiply(last, slope * _middle, next);
            TensorPrimitives.MultiplyAdd(image, -slope, next, next);
            if (_known > 1)
                TensorPrimitives.Subtract(next, Polynomial(_known - 2, output), next);
        }
    }

    private Span<double> Polynomial(int degree, int output) =>
        _polynomials.Row(degree).Slice(output * _form.Order, _form.Order);

    /// <summary>C = −g(Σ + g)⁻¹T, what weight decay leaves.</summary>
    private Matrix Remains(double shift, Matrix teacher)
    {
        Matrix limit = Entered(teacher);
        for (int output = 0; output < limit.Rows; output++)
        {
            Span<double> row = limit.Row(output);
            double[] solution = _form.Solve(shift, row);
            for (int i = 0; i < row.Length; i++)
                row[i] = -shift * solution[i];
        }
        return limit;
    }

    private Matrix Entered(Matrix network)
    {
        Matrix rows = network.Transposed();
        _form.Enter(rows);
        return rows;
    }

    private Matrix Left(Matrix rows)
    {
        _form.Leave(rows);
        return rows;
    }

    private static double Spread(OneLayerExperiment experiment, IReadOnlyList<double> eigenvalues)
    {
        double rate = Rate(experiment);
        return rate
            * (eigenvalues[^1] - eigenvalues[0])
            / 2
            / (1 - (rate * (eigenvalues[0] + (experiment.WeightDecay / 2))));
    }

    private static double Rate(OneLayerExperiment experiment) =>
        2 * experiment.LearningRate / experiment.OutputDimension;
}
