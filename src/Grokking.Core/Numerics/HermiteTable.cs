using System.Numerics.Tensors;

namespace Grokking.Numerics;

/// <summary>
/// Several functions as Hermite series, for their moments with another function all at once; for one thread at a time.
/// </summary>
internal sealed class HermiteTable
{
    private const double Negligible = 1e-18;

    private readonly double[][] _coefficients; // a row for each order
    private readonly double[] _powers;
    private readonly double[] _squares;
    private readonly double[] _terms;

    /// <param name="functions">g_l, at least one.</param>
    public HermiteTable(IReadOnlyList<HermiteSeries> functions)
    {
        _coefficients =
        [
            .. Enumerable
                .Range(0, HermiteSeries.Terms)
                .Select(term => functions.Select(function => function.Coefficients[term]).ToArray()),
        ];
        int count = functions.Count;
        (_powers, _squares, _terms) = (new double[count], new double[count], new double[count]);
    }

    /// <summary>Writes E[f(x) g_l(y)] for standard normal x, y with correlation ρ_l: Σ c_n c_ln ρ_lⁿ (Mehler).</summary>
    /// <param name="function">f.</param>
    /// <param name="correlations">ρ_l of every function of the table.</param>
    /// <param name="moments">As many results.</param>
    public void ProductMoments(
        HermiteSeries function,
        ReadOnlySpan<double> correlations,
        Span<double> moments
    )
    {
        correlations.CopyTo(_powers);
        TensorPrimitives.Multiply(correlations, correlations, _squares);
        moments.Clear();
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(correlations));
        double power = largest;
        for (int term = 0; term < HermiteSeries.Terms && power > Negligible; term++, power *= largest * largest)
        {
            TensorPrimitives.Multiply(_powers, _coefficients[term], _terms);
            TensorPrimitives.MultiplyAdd(_terms, function.Coefficients[term], moments, moments);
            TensorPrimitives.Multiply(_powers, _squares, _powers);
        }
    }
}
