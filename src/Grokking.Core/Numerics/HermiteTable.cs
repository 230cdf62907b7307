using System.Numerics;
using System.Numerics.Tensors;

namespace Grokking.Numerics;

/// <summary>Several functions as Hermite series, for their moments with another function all at once.</summary>
internal sealed class HermiteTable
{
    private const double Negligible = 1e-18;

    private readonly double[] _coefficients; // c_ln of every function, one order after the other
    private readonly int _functions;

    /// <param name="functions">g_l, at least one.</param>
    public HermiteTable(IReadOnlyList<HermiteSeries> functions)
    {
        _functions = functions.Count;
        _coefficients = new double[HermiteSeries.Terms * _functions];
        for (int l = 0; l < _functions; l++)
        for (int term = 0; term < HermiteSeries.Terms; term++)
            _coefficients[(term * _functions) + l] = functions[l].Coefficients[term];
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
        int terms = Terms(Math.Abs(TensorPrimitives.MaxMagnitude(correlations)));
        int l = 0;
        for (; l <= _functions - Vector<double>.Count; l += Vector<double>.Count)
        {
            var correlation = new Vector<double>(correlations[l..]);
            var square = correlation * correlation;
            // Horner's rule in ρ².
            var sum = Vector<double>.Zero;
            for (int term = terms - 1; term >= 0; term--)
                sum =
                    (sum * square)
                    + (
                        function.Coefficients[term]
                        * new Vector<double>(_coefficients, (term * _functions) + l)
                    );
            (sum * correlation).CopyTo(moments[l..]);
        }
        for (; l < _functions; l++)
        {
            double square = correlations[l] * correlations[l];
            double sum = 0;
            for (int term = terms - 1; term >= 0; term--)
                sum = (sum * square) + (function.Coefficients[term] * _coefficients[(term * _functions) + l]);
            moments[l] = sum * correlations[l];
        }
    }

    /// <summary>How many terms have a ρⁿ that is not negligible beside 1, none of the ρ being larger.</summary>
    private static int Terms(double largest)
    {
        int terms = 0;
        for (
            double power = largest;
            terms < HermiteSeries.Terms && power > Negligible;
            power *= largest * largest
        )
            terms++;
        return terms;
    }
}
