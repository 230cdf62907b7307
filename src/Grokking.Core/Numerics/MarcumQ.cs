namespace Grokking.Numerics;

/// <summary>
/// The Marcum function of first order, Q₁(a, b) = ∫_b^∞ x e^{−(x² + a²)/2} I₀(a x) dx, also where it is tiny.
/// </summary>
public static class MarcumQ
{
    private const double Step = 1.0 / 8;

    /// <summary>Q₁(a, b), in [0, 1].</summary>
    /// <param name="a">In [0, ∞).</param>
    /// <param name="b">In [0, ∞).</param>
    /// <returns>
    /// Q₁ to 1e-13 relative times 1 + (b − a)²/20 (the rounding of the exponent) for b > a, to 1e-14 otherwise.
    /// Measured against the Bessel series e^{−(a²+b²)/2} Σ (a/b)^k I_k(ab).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, infinite or NaN.</exception>
    public static double First(double a, double b)
    {
        Require.NotNegative(a, nameof(a));
        Require.NotNegative(b, nameof(b));
        if (a == b)
            return 0.5 * (1 + ScaledBessel.I0(a * b));
        var (less, more) = a < b ? (a, b) : (b, a);
        double distance = more - less;
        double decay = Math.Exp(-distance * distance / 2);
        double small = decay * Scaled(distance / more, a * b);
        return a < b ? small : 1 + (decay * ScaledBessel.I0(a * b)) - small; // Q₁(a,b) + Q₁(b,a) = 1 + e^{−(a²+b²)/2} I₀(ab)
    }

    /// <summary>e^{(b−a)²/2} Q₁(a, b) for a ≤ b, which neither under- nor overflows.</summary>
    /// <param name="gap">1 − a/b, in [0, 1]: passed as such, because next to a = b it carries the digits.</param>
    /// <param name="product">z = a b, in [0, ∞).</param>
    /// <returns>A value in (0, 1] to 1e-13 relative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// With ζ = a/b, Q₁ is a mean over the circle of (1 + ζ sin θ)/(1 + 2ζ sin θ + ζ²) times an exponential; the
    /// fraction is ½ plus half a Poisson kernel, hence 2 e^{(b−a)²/2} Q₁ = e^{−z} I₀(z) + (2/π) ∫₀^{π/2} (1 − ζ²)
    /// e^{−2z sin²φ}/((1 − ζ)² + 4ζ sin²φ) dφ. In y = log tan φ the integrand is analytic and bounded for
    /// |Im y| ≤ π/4 whatever ζ and z, and the trapezoidal rule of step 1/8 converges to e^{−2π(π/4)/h} = 7e-18.
    /// </remarks>
    public static double Scaled(double gap, double product)
    {
        Require.InClosed(gap, 0, 1, nameof(gap));
        double bessel = ScaledBessel.I0(product);
        return 0.5 * (bessel + (gap == 0 ? 1 : PoissonMean(gap, product)));
    }

    private static double PoissonMean(double gap, double z)
    {
        // Left of both scales of the integrand, sin φ ~ gap and sin φ ~ 1/√z, it falls like e^y.
        double lowest = Math.Min(Math.Log(gap), -0.5 * Math.Log(1 + (2 * z))) - 38;
        double sum = 0;
        for (int i = (int)(lowest / Step); i * Step < 38; i++)
        {
            double tangent = Math.Exp(i * Step);
            double sine = tangent / Math.Sqrt(1 + (tangent * tangent));
            double sineCosine = sine / Math.Sqrt(1 + (tangent * tangent));
            double square = sine * sine;
            sum += sineCosine * Math.Exp(-2 * z * square) / ((gap * gap) + (4 * (1 - gap) * square));
        }
        return sum * Step * 2 / Math.PI * gap * (2 - gap);
    }
}
