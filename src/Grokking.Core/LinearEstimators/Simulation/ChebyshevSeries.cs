namespace Grokking.LinearEstimators.Simulation;

/// <summary>(1 − h + hy)ᵗ on [−1, 1] as a sum of Chebyshev polynomials Σ_k c_k T_k(y): what t epochs make of a mode, the slowest at y = 1.</summary>
/// <remarks>
/// It is the mean of cos(S_t arccos y) over a random walk S that steps by ±1 with probability h/2 each and rests otherwise, so that c_0 = P(S_t = 0)
/// and c_k = 2P(S_t = k): none is negative, and their sum is 1. What lies beyond T_K is no more than P(|S_t| &gt; K) ≤ 2 exp(−K²/(2th + 2K/3))
/// (Bernstein): K is such that this is below 1e-16.
/// </remarks>
/// <param name="spread">
/// h, in [1e-9, ½]. Beyond ½ what the recurrence begins with would not be forgotten; at 1e-9 its largest number is 1e242 times the smallest.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The spread is outside.</exception>
internal sealed class ChebyshevSeries(double spread)
{
    private const double LogOfTolerance = 38; // 2e^{−38} < 1e-16

    /// <summary>h.</summary>
    public double Spread { get; } =
        Allows(spread)
            ? spread
            : throw new ArgumentOutOfRangeException(nameof(spread), spread, "allowed: [1e-9, 1/2]");

    /// <summary>Whether h is in the domain; NaN is not.</summary>
    public static bool Allows(double spread) => spread is >= 1e-9 and <= 0.5;

    /// <summary>How many polynomials, T_0 included, are enough for all epochs up to one, at least 0.</summary>
    public int Terms(long epoch)
    {
        const double third = LogOfTolerance / 3;
        double most = third + Math.Sqrt((third * third) + (2 * LogOfTolerance * epoch * Spread));
        return checked(1 + (int)Math.Ceiling(Math.Min(epoch, most)));
    }

    /// <summary>The last epoch for which a number of polynomials is enough, at least 1 of them.</summary>
    public long LastEpoch(int terms)
    {
        const double third = LogOfTolerance / 3;
        double beyond = Math.Max(0, terms - 1 - third);
        double square = (beyond * beyond) - (third * third);
        return Math.Max(terms - 1, (long)(square / (2 * LogOfTolerance * Spread)));
    }

    /// <summary>c_0 to c_K.</summary>
    /// <param name="epoch">t, at least 0.</param>
    public double[] Coefficients(long epoch)
    {
        // The walk's generating function φ = (1 − h + h(z + 1/z)/2)ᵗ satisfies zφ′(1 − h + h(z + 1/z)/2) = th(z − 1/z)φ/2: from the end,
        // where nothing is negative, (t − k + 1) P_{k−1} = 2k(1 − h)/h P_k + (t + k + 1) P_{k+1}.
        var walk = new double[Terms(epoch)];
        walk[^1] = 1;
        double rest = 2 * (1 - Spread) / Spread;
        for (int k = walk.Length - 1; k > 0; k--)
        {
            double beyond = k + 1 < walk.Length ? walk[k + 1] : 0;
            walk[k - 1] = ((rest * k * walk[k]) + ((epoch + k + 1) * beyond)) / (epoch - k + 1);
        }
        double sum = walk[0];
        for (int k = 1; k < walk.Length; k++)
            sum += walk[k] *= 2;
        for (int k = 0; k < walk.Length; k++)
            walk[k] /= sum;
        return walk;
    }
}
