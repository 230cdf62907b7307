using System.Numerics.Tensors;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Which epochs follow from which others. A sample's output is Σ_i w_i r_iᵗ over modes, its squared error
/// Σ_ij w_ij (r_i r_j)ᵗ over pairs of them. As functions of ρ = r_i or r_i r_j, the powers ρᵗ of all epochs have a
/// small numerical rank: some anchors t_k determine them, ρᵗ = Σ_k c_k(t) ρ^{t_k}, and with the same c_k(t) the
/// outputs or errors of every sample.
/// </summary>
/// <remarks>
/// Whether that holds is checked for every epoch, on a fine net of ρ from the slowest to the fastest, to 1e-13 of
/// the mean ρᵗ; an epoch that fails is an anchor itself. What is so found differs from products of its own by less
/// than 1e-11 relative (measured at the paper's d_out = 700, where 29 anchors stand for 106 epochs: 2e-12).
/// </remarks>
internal sealed class EpochSpan
{
    // What of an epoch's scaled powers may lie outside the span.
    private const double Tolerance = 1e-13;

    // A larger Σ|c_k| would let the rounding of the anchors through.
    private const double LargestGain = 100;

    // Below this mean of all powers nothing is left to scale by.
    private const double Vanished = 1e-290;

    // On a logarithmic scale of rates a power changes over a distance of about one.
    private const int NetPerUnit = 50;

    private readonly double[] _rates;
    private readonly double[] _net;
    private readonly List<double[]> _basis = [];
    private readonly List<(double[] Coordinates, double Scale)> _anchors = [];

    /// <param name="rates">−log ρ of typical ρ, the slowest and the fastest among them; positive and finite.</param>
    public EpochSpan(IReadOnlyList<double> rates)
    {
        _rates = [.. rates];
        var (slowest, width) = (rates.Min(), Math.Log(rates.Max() / rates.Min()));
        int intervals = 1 + (int)(NetPerUnit * width);
        _net = [.. Enumerable.Range(0, intervals + 1).Select(i => slowest * Math.Exp(width * i / intervals))];
    }

    /// <summary>Makes anchors of some of the epochs so that all are spanned; gives the new ones in their order.</summary>
    public IReadOnlyList<long> Extend(IReadOnlyList<long> epochs)
    {
        List<long> added = [];
        double[][] outside = [.. epochs.Select(epoch => Scaled(epoch).Powers)];
        foreach (double[] powers in outside)
            Remove(_basis, powers);
        while (true)
        {
            // The epoch furthest outside comes first: that keeps the coefficients of the others small.
            var (furthest, size) = outside
                .Select((powers, i) => (i, Math.Abs(TensorPrimitives.MaxMagnitude<double>(powers))))
                .MaxBy(one => one.Item2);
            if (!(size > Tolerance))
                return added;
            double[] direction = outside[furthest];
            Remove(_basis, direction);
            double norm = Math.Sqrt(Dot(direction, direction));
            foreach (ref double entry in direction.AsSpan())
                entry /= norm;
            outside[furthest] = new double[_net.Length];
            foreach (double[] powers in outside)
                Remove([direction], powers);
            _basis.Add(direction);
            var (anchor, scale) = Scaled(epochs[furthest]);
            _anchors.Add((Coordinates(anchor), scale));
            added.Add(epochs[furthest]);
        }
    }

    /// <summary>
    /// c_k(t), one for each anchor in the order in which they were added; null where they would be too large, or
    /// all powers have vanished.
    /// </summary>
    public double[]? Coefficients(long epoch)
    {
        var (powers, scale) = Scaled(epoch);
        double[] rest = Coordinates(powers);
        var coefficients = new double[_anchors.Count];
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            // Anchor k has no part along any direction after the k-th.
            double[] anchor = _anchors[k].Coordinates;
            double coefficient = rest[k] / anchor[k];
            for (int j = 0; j <= k; j++)
                rest[j] -= coefficient * anchor[j];
            coefficients[k] = coefficient;
        }
        if (!(scale > Vanished && coefficients.Sum(Math.Abs) <= LargestGain))
            return null;
        for (int k = 0; k < coefficients.Length; k++)
            coefficients[k] *= scale / _anchors[k].Scale;
        return coefficients;
    }

    /// <summary>ρᵗ on the net over their mean; all zero where that has vanished.</summary>
    private (double[] Powers, double Scale) Scaled(long epoch)
    {
        double scale = Powers(_rates, epoch).Average();
        double[] powers = Powers(_net, epoch);
        if (scale > Vanished)
            TensorPrimitives.Divide(powers, scale, powers);
        else
            Array.Clear(powers);
        return (powers, scale);
    }

    private static double[] Powers(double[] rates, long epoch)
    {
        var powers = new double[rates.Length];
        TensorPrimitives.Multiply(rates, -epoch, powers);
        TensorPrimitives.Exp(powers, powers);
        return powers;
    }

    private double[] Coordinates(double[] powers) => [.. _basis.Select(direction => Dot(direction, powers))];

    private static void Remove(IEnumerable<double[]> directions, double[] vector)
    {
        foreach (double[] direction in directions)
        {
            double part = Dot(direction, vector);
            TensorPrimitives.MultiplyAdd(direction, -part, vector, vector);
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
