using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// D(t) = p(Σ)D(0) with p(ν) = (1 − 2ην/d_out)ᵗ, for all t up to some epoch, without eigenvectors: Σ_j p(ν_j)U_j over the M
/// Chebyshev nodes ν_j between the least and the largest eigenvalue, with U_j = (V_0 + 2Σ_k cos(kθ_j) V_k)/M and
/// V_k = T_k(Σ)D(0) by the three-term recurrence. The nodes take the place of modes.
/// </summary>
/// <remarks>
/// On the nodes' scale x ∈ [−1, 1] p is, up to a factor, (1 − h − hx)ᵗ: for −x the mean of cos(S_t arccos x) over a random walk S
/// that steps by ±1 with probability h ≤ 1 and rests otherwise. Its expansion ends at T_t, and what lies beyond T_M is no more than
/// P(|S_t| ≥ M) ≤ 2 exp(−M²/(2th + 2M/3)) (Bernstein), twice for aliasing. M is such that this is below 1e-16 of the slowest
/// mode's pᵗ.
/// </remarks>
internal sealed class ChebyshevNodes
{
    private const double LogOfTolerance = 39; // 2·2·e^{−39} < 1e-16

    private readonly Matrix _covariance;
    private readonly ILinearAlgebra _algebra;
    private readonly double _least;
    private readonly double _largest;
    private readonly double _spread; // h
    private readonly List<Matrix> _polynomials; // V_k, d_in × 1

    /// <param name="covariance">Σ.</param>
    /// <param name="eigenvalues">Its eigenvalues, ascending.</param>
    /// <param name="rate">2η/d_out.</param>
    /// <param name="initial">D(0), one column.</param>
    /// <param name="algebra">Multiplies.</param>
    /// <exception cref="ArgumentException">There are several columns, or the rate does not <see cref="Suit"/>.</exception>
    public ChebyshevNodes(
        Matrix covariance,
        IReadOnlyList<double> eigenvalues,
        double rate,
        Matrix initial,
        ILinearAlgebra algebra
    )
    {
        if (initial.Columns != 1 || !Suit(eigenvalues, rate))
            throw new ArgumentException(
                $"{initial.Columns} columns, eigenvalues from {eigenvalues[0]} to {eigenvalues[^1]} at a rate of {rate}",
                nameof(initial)
            );
        (_covariance, _algebra, _polynomials) = (covariance, algebra, [initial]);
        (_least, _largest) = (eigenvalues[0], eigenvalues[^1]);
        _spread = Spread(eigenvalues, rate);
    }

    /// <summary>Whether 0 &lt; h ≤ 1: eigenvalues differ, and the fastest mode falls no less than the slowest.</summary>
    public static bool Suit(IReadOnlyList<double> eigenvalues, double rate) =>
        eigenvalues[0] >= 0
        && eigenvalues[0] < eigenvalues[^1]
        && rate * (eigenvalues[0] + eigenvalues[^1]) <= 2;

    /// <summary>M for all epochs up to one.</summary>
    public static double Count(IReadOnlyList<double> eigenvalues, double rate, double epoch) =>
        Count(Spread(eigenvalues, rate), epoch);

    /// <summary>The last epoch for which a number of nodes is enough.</summary>
    public long LastEpoch(int count)
    {
        double beyond = Math.Max(0, count - 1 - (LogOfTolerance / 3));
        double square = (beyond * beyond) - (LogOfTolerance * LogOfTolerance / 9);
        return Math.Max(count - 1, (long)(square / (2 * LogOfTolerance * _spread)));
    }

    /// <summary>The nodes for all epochs up to one.</summary>
    /// <returns>ν_j, ascending, and the U_j, a row each.</returns>
    public (double[] Nodes, Matrix Vectors) UpTo(long epoch)
    {
        int count = (int)Count(_spread, epoch);
        while (_polynomials.Count < count)
            _polynomials.Add(Next());
        int inputs = _covariance.Columns;
        var polynomials = new Matrix(count, inputs);
        var cosines = new Matrix(count, count);
        var nodes = new double[count];
        for (int j = 0; j < count; j++)
        {
            _polynomials[j].Values.CopyTo(polynomials.Row(j));
            // From the end, where ν is least.
            double angle = Math.PI * (count - j - 0.5) / count;
            nodes[j] = Eigenvalue(Math.Cos(angle));
            for (int k = 0; k < count; k++)
                cosines[j, k] = (k == 0 ? 1 : 2 * Math.Cos(k * angle)) / count;
        }
        return (nodes, _algebra.Product(cosines, false, polynomials, false));
    }

    private static double Spread(IReadOnlyList<double> eigenvalues, double rate) =>
        rate * (eigenvalues[^1] - eigenvalues[0]) / 2 / (1 - (rate * eigenvalues[0]));

    private static double Count(double spread, double epoch) =>
        1
        + Math.Ceiling(
            Math.Min(
                epoch,
                (LogOfTolerance / 3)
                    + Math.Sqrt((LogOfTolerance * LogOfTolerance / 9) + (2 * LogOfTolerance * epoch * spread))
            )
        );

    /// <summary>V_1 = xD(0), V_{k+1} = 2xV_k − V_{k−1}, where x is Σ on the nodes' scale.</summary>
    private Matrix Next()
    {
        Matrix last = _polynomials[^1];
        bool isFirst = _polynomials.Count == 1;
        var next = isFirst ? new Matrix(last.Rows, 1) : _polynomials[^2].Copy();
        double slope = (isFirst ? 2 : 4) / (_largest - _least);
        double shift = (isFirst ? 1 : 2) * (_largest + _least) / (_largest - _least);
        for (int i = 0; i < next.Values.Length; i++)
            next.Values[i] = -next.Values[i] - (shift * last.Values[i]);
        _algebra.Multiply(_covariance, false, last, false, next, slope, keep: 1);
        return next;
    }

    private double Eigenvalue(double x) => ((_largest + _least) + (x * (_largest - _least))) / 2;
}
