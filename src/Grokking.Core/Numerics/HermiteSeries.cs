namespace Grokking.Numerics;

/// <summary>
/// An odd function of a standard normal z as a series in normalised Hermite polynomials, c_n = E[f(z) He_n(z)]/√n!
/// for odd n &lt; 100.
/// </summary>
/// <remarks>
/// The integrals are trapezoidal sums, which converge exponentially: for f(z) = tanh(gσz)/g the error of each
/// c_n is below 1e-12 σ while gσ ≤ 10 (measured against twice the nodes).
/// </remarks>
internal sealed class HermiteSeries
{
    private const int Terms = 50;
    private const int Nodes = 600;
    private const double Reach = 12; // beyond it a Gaussian has fallen below 1e-31

    private readonly double[] _coefficients = new double[Terms];

    private HermiteSeries(Func<double, double> function)
    {
        // f is odd, and so are the terms kept: twice the sum over z > 0.
        double spacing = Reach / Nodes;
        for (int node = 1; node <= Nodes; node++)
        {
            double z = node * spacing;
            double value = function(z);
            double weight = 2 * spacing * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            SecondMoment += weight * value * value;
            (double even, double odd) = (1, z);
            for (int term = 0; term < Terms; term++)
            {
                int n = (2 * term) + 1;
                _coefficients[term] += weight * value * odd;
                even = ((z * odd) - (Math.Sqrt(n) * even)) / Math.Sqrt(n + 1);
                odd = ((z * even) - (Math.Sqrt(n + 1) * odd)) / Math.Sqrt(n + 2);
            }
        }
    }

    /// <summary>E[f(z)²].</summary>
    public double SecondMoment { get; }

    /// <summary>c₁ = E[f(z) z], which is also E[f′(z)].</summary>
    public double LinearCoefficient => _coefficients[0];

    /// <summary>The series of tanh(g σ z)/g.</summary>
    /// <param name="gain">g &gt; 0.</param>
    /// <param name="scale">σ ≥ 0.</param>
    public static HermiteSeries OfTanh(double gain, double scale) =>
        new(z => Math.Tanh(gain * scale * z) / gain);

    /// <summary>E[f(x) g(y)] for standard normal x, y with the given correlation: Σ c_n c′_n ρⁿ (Mehler).</summary>
    public double ProductMoment(HermiteSeries other, double correlation)
    {
        double power = correlation;
        double sum = 0;
        for (int term = 0; term < Terms && Math.Abs(power) > 1e-18; term++)
        {
            sum += _coefficients[term] * other._coefficients[term] * power;
            power *= correlation * correlation;
        }
        return sum;
    }
}
