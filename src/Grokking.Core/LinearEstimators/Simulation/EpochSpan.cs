using System.Numerics.Tensors;
using Grokking.Numerics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Which epochs follow from which others. A sample's output is Σ_i w_i r_iᵗ over modes, its squared error
/// Σ_ij w_ij (r_i r_j)ᵗ over pairs of them. As functions of ρ = r_i or r_i r_j, the powers ρᵗ of all epochs have a
/// small numerical rank: some anchors t_k determine them, ρᵗ = Σ_k c_k(t) ρ^{t_k}, and with the same c_k(t) the
/// outputs or errors of every sample.
/// </summary>
/// <remarks>
/// Whether that holds is checked for every epoch, at given ρ, to a part of the largest ρᵗ; an epoch that fails is an
/// anchor itself. That is enough to say on which side of ε nearly every error lies; to 1e-13 nearly twice as many anchors are needed.
/// </remarks>
internal sealed class EpochSpan
{
    /// <summary>τ, what of an epoch's powers may lie outside the span, the largest being 1.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>The largest Σ|c_k|, on the scale of powers: by so much may what anchors are off by grow, rounding or what was left out of them.</summary>
    public const double LargestGain = 100;

    // Where the largest power is below this, anchors would lose digits.
    private const double Vanished = 1e-290;

    // Neighbours on the net: close on a logarithmic scale of rates, and of their distance from the slowest.
    private const double Step = 0.02;
    private const double StepFromSlowest = 0.05;
    private const double SmallestDistance = 1e-12;

    private readonly double _slowest;
    private readonly double[] _differences; // from the slowest
    private readonly List<double[]> _basis = [];
    private readonly List<(double[] Coordinates, long Epoch)> _anchors = [];

    /// <param name="rates">−log ρ wherever it matters; positive and finite.</param>
    public EpochSpan(IReadOnlyList<double> rates)
    {
        _slowest = rates.Min();
        _differences = [.. rates.Select(rate => rate - _slowest)];
    }

    /// <summary>For every ρ between two: a net so fine that ρᵗ is smooth between neighbours, however large t is.</summary>
    /// <param name="slowest">The least −log ρ, in (0, <paramref name="fastest"/>].</param>
    /// <param name="fastest">The largest, finite.</param>
    public static EpochSpan Between(double slowest, double fastest)
    {
        List<double> net = [slowest];
        while (net[^1] < fastest)
        {
            double fromSlowest = Math.Max(SmallestDistance * slowest, StepFromSlowest * (net[^1] - slowest));
            net.Add(Math.Min(net[^1] + Math.Min(Step * net[^1], fromSlowest), fastest));
        }
        return new(net);
    }

    /// <summary>Makes anchors of some of the epochs so that all are spanned; gives the new ones in their order.</summary>
    public IReadOnlyList<long> Extend(IReadOnlyList<long> epochs)
    {
        List<long> added = [];
        double[][] outside = [.. epochs.Select(Powers)];
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
            TensorPrimitives.Divide(
                direction,
                Math.Sqrt(TensorPrimitives.Dot<double>(direction, direction)),
                direction
            );
            outside[furthest] = new double[direction.Length];
            foreach (double[] powers in outside)
                Remove([direction], powers);
            _basis.Add(direction);
            _anchors.Add((Coordinates(epochs[furthest]), epochs[furthest]));
            added.Add(epochs[furthest]);
        }
    }

    /// <summary>
    /// c_k(t), one for each anchor in the order in which they were added; null where they would be too large, or
    /// all powers have vanished.
    /// </summary>
    public double[]? Coefficients(long epoch)
    {
        double[] rest = Coordinates(epoch);
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
        if (!IsAlive(epoch) || !(coefficients.Sum(Math.Abs) <= LargestGain))
            return null;
        for (int k = 0; k < coefficients.Length; k++)
            coefficients[k] *= Math.Exp(_slowest * (_anchors[k].Epoch - epoch));
        return coefficients;
    }

    private bool IsAlive(long epoch) => Math.Exp(-_slowest * epoch) > Vanished;

    /// <summary>ρᵗ over the largest of them; all zero where that has vanished.</summary>
    private double[] Powers(long epoch)
    {
        var powers = new double[_differences.Length];
        if (!IsAlive(epoch))
            return powers;
        TensorPrimitives.Multiply(_differences, -epoch, powers);
        Exponentials.Exp(powers);
        return powers;
    }

    private double[] Coordinates(long epoch)
    {
        double[] powers = Powers(epoch);
        return [.. _basis.Select(direction => TensorPrimitives.Dot<double>(direction, powers))];
    }

    private static void Remove(IEnumerable<double[]> directions, double[] vector)
    {
        foreach (double[] direction in directions)
            TensorPrimitives.MultiplyAdd(
                direction,
                -TensorPrimitives.Dot<double>(direction, vector),
                vector,
                vector
            );
    }
}
