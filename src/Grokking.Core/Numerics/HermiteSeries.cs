using System.Numerics.Tensors;

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

    // The nodes z > 0 and twice their weights, as f and the terms kept are odd.
    private static readonly double[] Positions =
    [
        .. Enumerable.Range(1, Nodes).Select(node => node * Reach / Nodes),
    ];
    private static readonly double[] Weights = [.. Positions.Select(Weight)];

    // He_n(z)/√n! times its node's weight, a row for each node.
    private static readonly double[][] Table = [.. Positions.Select(TableRow)];

    private readonly double[] _coefficients = new double[Terms];

    private HermiteSeries(ReadOnlySpan<double> values)
    {
        for (int node = 0; node < Nodes; node++)
        {
            SecondMoment += Weights[node] * values[node] * values[node];
            TensorPrimitives.MultiplyAdd(Table[node], values[node], _coefficients, _coefficients);
        }
    }

    /// <summary>E[f(z)²].</summary>
    public double SecondMoment { get; }

    /// <summary>c₁ = E[f(z) z], which is also E[f′(z)].</summary>
    public double LinearCoefficient => _coefficients[0];

    /// <summary>The series of tanh(g σ z)/g.</summary>
    /// <param name="gain">g &gt; 0.</param>
    /// <param name="scale">σ ≥ 0.</param>
    public static HermiteSeries OfTanh(double gain, double scale)
    {
        // Not the vectorised tanh: its small values are exact only absolutely.
        var values = new double[Nodes];
        for (int node = 0; node < Nodes; node++)
            values[node] = Math.Tanh(gain * scale * Positions[node]) / gain;
        return new(values);
    }

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

    private static double Weight(double z) =>
        2 * Reach / Nodes * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    private static double[] TableRow(double z)
    {
        var row = new double[Terms];
        (double even, double odd) = (1, z);
        for (int term = 0; term < Terms; term++)
        {
            int n = (2 * term) + 1;
            row[term] = Weight(z) * odd;
            even = ((z * odd) - (Math.Sqrt(n) * even)) / Math.Sqrt(n + 1);
            odd = ((z * even) - (Math.Sqrt(n + 1) * odd)) / Math.Sqrt(n + 2);
        }
        return row;
    }
}
