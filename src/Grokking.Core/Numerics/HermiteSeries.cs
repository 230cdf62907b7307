namespace Grokking.Numerics;

/// <summary>
/// An odd function of a standard normal z as a series in normalised Hermite polynomials, c_n = E[f(z) He_n(z)]/√n!
/// for odd n &lt; 100.
/// </summary>
/// <remarks>
/// The integrals are trapezoidal sums, which converge exponentially: for f(z) = tanh(gσz)/g the error of each
/// c_n is below 1e-12 σ while gσ ≤ 10 (measured against twenty times the nodes).
/// </remarks>
internal sealed class HermiteSeries
{
    private const int Terms = 50;
    private const int Nodes = 600;
    private const double Reach = 12; // beyond it a Gaussian has fallen below 1e-31

    // Row by row for one node z > 0 each: twice its weight (f and the terms kept are odd) times He_n(z)/√n!.
    private static readonly double[][] Table = [.. Enumerable.Range(1, Nodes).Select(TableRow)];

    private readonly double[] _coefficients = new double[Terms];

    private HermiteSeries(Func<double, double> function)
    {
        for (int node = 1; node <= Nodes; node++)
        {
            double value = function(Position(node));
            SecondMoment += Weight(node) * value * value;
            double[] row = Table[node - 1];
            for (int term = 0; term < Terms; term++)
                _coefficients[term] += value * row[term];
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

    private static double Position(int node) => node * Reach / Nodes;

    private static double Weight(int node) =>
        2 * Reach / Nodes * Math.Exp(-Position(node) * Position(node) / 2) / Math.Sqrt(2 * Math.PI);

    private static double[] TableRow(int node)
    {
        var (z, row) = (Position(node), new double[Terms]);
        (double even, double odd) = (1, z);
        for (int term = 0; term < Terms; term++)
        {
            int n = (2 * term) + 1;
            row[term] = Weight(node) * odd;
            even = ((z * odd) - (Math.Sqrt(n) * even)) / Math.Sqrt(n + 1);
            odd = ((z * even) - (Math.Sqrt(n + 1) * odd)) / Math.Sqrt(n + 2);
        }
        return row;
    }
}
