using System.Numerics.Tensors;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// D(t) without eigenvectors: what decays is p(Σ)B with p(ν) = (1 − 2η(ν+g)/d_out)ᵗ, g = γ/2, a sum of Chebyshev polynomials
/// of Σ, <see cref="ChebyshevSeries"/>. Where Σ is tridiagonal each of them costs some d_in d_out multiplications.
/// </summary>
/// <remarks>p(Σ)B is right to about 1e-13 of ‖B‖ times the slowest mode's rᵗ.</remarks>
internal sealed class DistanceByPolynomials : IDecayingDistance
{
    // Powers are checked at eigenvalues, which are those of Σ to rounding; what that changes is a fraction of EpochSpan's τ.
    private const double Margin = 1.1;

    private readonly TridiagonalForm _form;
    private readonly TridiagonalForm _scaled; // y, which falls from 1 to −1 as ν rises
    private readonly ILinearAlgebra _algebra;
    private readonly ChebyshevSeries _series;
    private readonly Decay _slowest;
    private readonly Matrix? _limit; // C where Σ is tridiagonal
    private readonly int _most;
    private Matrix _polynomials; // T_k(y)B, one a row, output by output
    private int _known = 1;

    /// <param name="experiment">Without label noise.</param>
    /// <param name="draw">Its draw.</param>
    /// <param name="most">For how many polynomials room may be made in advance.</param>
    /// <param name="algebra">Multiplies.</param>
    /// <exception cref="ArgumentException">The spectrum does not <see cref="Suit"/>.</exception>
    public DistanceByPolynomials(
        OneLayerExperiment experiment,
        OneLayerDraw draw,
        int most,
        ILinearAlgebra algebra
    )
    {
        var eigenvalues = draw.Training.EigenvaluesAlone;
        if (!Suit(experiment, eigenvalues))
            throw new ArgumentException(
                $"Eigenvalues from {eigenvalues[0]} to {eigenvalues[^1]}; allowed: different ones, of which none makes descent oscillate",
                nameof(draw)
            );
        (_form, _algebra, _most, Outputs) = (
            draw.Training.Tridiagonal,
            algebra,
            most,
            experiment.OutputDimension
        );
        _series = new(Spread(experiment, eigenvalues));
        double half = (eigenvalues[^1] - eigenvalues[0]) / 2;
        _scaled = _form.Mapped(-1 / half, (eigenvalues[0] / half) + 1);
        Decay[] decays = [.. eigenvalues.Select(eigenvalue => Decay.Of(experiment, eigenvalue))];
        _slowest = decays[0];
        Rates = decays.All(decay => decay.Rate is not null)
            ? [.. decays.Select(decay => decay.Rate!.Value)]
            : null;
        Matrix initial = Entered(draw.Distance());
        if (experiment.WeightDecay > 0)
        {
            _limit = Remains(experiment.WeightDecay / 2, draw.Teacher);
            TensorPrimitives.Subtract(initial.Values, _limit.Values, initial.Values);
        }
        Reach = Margin * Math.Sqrt(initial.SquaredNorm());
        _polynomials = new(1, initial.Values.Length, initial.Values);
    }

    public int Outputs { get; }

    public IReadOnlyList<double>? Rates { get; }

    public double Reach { get; }

    /// <summary>
    /// Whether eigenvalues differ and no mode changes its sign; and, where weight decay divides by them, whether ν + g is
    /// more than rounding.
    /// </summary>
    public static bool Suit(OneLayerExperiment experiment, IReadOnlyList<double> eigenvalues) =>
        ChebyshevSeries.Allows(Spread(experiment, eigenvalues))
        && (
            experiment.WeightDecay == 0
            || eigenvalues[0] + (experiment.WeightDecay / 2) > 1e-15 * eigenvalues.Count * eigenvalues[^1]
        );

    /// <summary>The last epoch for which a number of polynomials is enough, give or take one of them.</summary>
    public long LastEpoch(int terms) => _series.LastEpoch(terms);

    public double LargestFactor(long epoch) => _slowest.At(epoch);

    public Matrix? Limit() => _limit is null ? null : Left(_limit.Copy());

    public Matrix At(IReadOnlyList<long> epochs)
    {
        int terms = _series.Terms(epochs.Max());
        Know(terms);
        var weights = new Matrix(epochs.Count, terms);
        for (int i = 0; i < epochs.Count; i++)
        {
            double[] coefficients = _series.Coefficients(epochs[i]);
            TensorPrimitives.Multiply(coefficients, _slowest.At(epochs[i]), weights.Row(i));
        }
        Matrix distances = _algebra.Product(weights, false, _polynomials.Slice(..terms), false);
        return Left(new(epochs.Count * Outputs, _form.Order, distances.Values));
    }

    /// <summary>T_1 = yT_0, T_{k+1} = 2yT_k − T_{k−1}.</summary>
    private void Know(int terms)
    {
        if (terms > _polynomials.Rows)
        {
            int room = Math.Max(terms, Math.Min(_most, 2 * _polynomials.Rows));
            var more = Matrix.Uninitialized(room, _polynomials.Columns);
            _polynomials.Values.AsSpan(0, _known * _polynomials.Columns).CopyTo(more.Values);
            _polynomials.GiveBack();
            _polynomials = more;
        }
        for (; _known < terms; _known++)
        for (int output = 0; output < Outputs; output++)
        {
            Span<double> next = Polynomial(_known, output);
            _scaled.Times(Polynomial(_known - 1, output), next);
            if (_known == 1)
                continue;
            TensorPrimitives.Multiply(next, 2, next);
            TensorPrimitives.Subtract(next, Polynomial(_known - 2, output), next);
        }
    }

    private Span<double> Polynomial(int degree, int output) =>
        _polynomials.Row(degree).Slice(output * _form.Order, _form.Order);

    /// <summary>C = −g(Σ + g)⁻¹T, what weight decay leaves, where Σ is tridiagonal.</summary>
    private Matrix Remains(double shift, Matrix teacher)
    {
        Matrix limit = Entered(teacher);
        for (int output = 0; output < limit.Rows; output++)
            TensorPrimitives.Multiply(_form.Solve(shift, limit.Row(output)), -shift, limit.Row(output));
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

    /// <summary>h: half of what the fastest mode falls more in an epoch than the slowest, as a part of what that leaves.</summary>
    private static double Spread(OneLayerExperiment experiment, IReadOnlyList<double> eigenvalues)
    {
        double rate = 2 * experiment.LearningRate / experiment.OutputDimension;
        double slowest = 1 - (rate * (eigenvalues[0] + (experiment.WeightDecay / 2)));
        return slowest > 0
            ? rate * (eigenvalues[^1] - eigenvalues[0]) / 2 / slowest
            : double.PositiveInfinity;
    }
}
