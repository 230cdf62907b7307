using System.Numerics.Tensors;

namespace Grokking.Numerics;

/// <summary>Several functions as Hermite series, for their moments with another function all at once.</summary>
internal sealed class HermiteTable
{
    private const double Negligible = 1e-18;

    private readonly double[][] _coefficients; // a row for each order
    private readonly double[] _powers;
    private readonly double[] _squares;

    /// <param name="functions">g_l, at least one.</param>
    public HermiteTable(IReadOnlyList<HermiteSeries> functions)
    {
        _coefficients =
        [
            .. Enumerable
                .Range(0, HermiteSeries.Terms)
                .Select(term => functions.Select(function => function.Coefficients[term]).ToArray()),
        ];
        (_powers, _squares) = (new double[functions.Count], new double[functions.Count]);
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
        for (int term = 0; term < HermiteSeries.Terms && Largest(_powers) > Negligible; term++)
        {
            double coefficient = function.Coefficients[term];
            double[] others = _coefficients[term];
            for (int l = 0; l < moments.Length; l++)
                moments[l] += coefficient * others[l] * _powers[l];
            TensorPrimitives.Multiply(_powers, _squares, _powers);
        }
    }

    private static double Largest(ReadOnlySpan<double> values) =>
        Math.Abs(TensorPrimitives.MaxMagnitude(values));
}
