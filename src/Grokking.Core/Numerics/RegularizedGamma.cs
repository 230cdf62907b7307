namespace Grokking.Numerics;

/// <summary>
/// The regularised incomplete gamma functions P(a, x) = γ(a, x)/Γ(a) and Q = 1 − P, and the inverse of P.
/// </summary>
/// <remarks>
/// Written here because MathNet's take a log x − x − log Γ(a) as it stands: eight digits of it cancel at
/// a = 5e4, and its Γ is only good to 6e-14. Here the common factor is x^a e^{−x}/Γ(a + 1) =
/// e^{−a(μ − log(1 + μ)) − δ(a)}/√(2πa) with μ = x/a − 1 and Stirling's remainder δ.
/// </remarks>
public static class RegularizedGamma
{
    // Both expansions take about 6√a terms at worst, next to x = a; rounding can keep the last test from being met.
    private const int Terms = 20_000;

    /// <summary>P(a, x), the lower function, in [0, 1].</summary>
    /// <param name="a">In (0, 1e6].</param>
    /// <param name="x">In [0, ∞).</param>
    /// <returns>P to 1e-13 relative, 1e-12 for a above 1e3, measured against P(½, x) = erf √x and a recurrence in a.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Lower(double a, double x) => Both(a, x).Lower;

    /// <summary>Q(a, x) = 1 − P(a, x), the upper function, in [0, 1]; accurate where it is small, too.</summary>
    /// <param name="a">In (0, 1e6].</param>
    /// <param name="x">In [0, ∞).</param>
    /// <returns>Q, as accurate as <see cref="Lower"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Upper(double a, double x) => Both(a, x).Upper;

    /// <summary>The x at which P(a, x) reaches a level.</summary>
    /// <param name="a">In (0, 1e6].</param>
    /// <param name="level">In (0, 1).</param>
    /// <returns>
    /// x to 1e-13 relative for level in [1e-100, 1 − 1e-9]; above that, as far as 1 − level is known. 0 if x
    /// is too small for a double.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double InverseLower(double a, double level)
    {
        Require.InOpen(level, 0, 1, nameof(level));
        // Newton on the logarithm of the smaller tail, as a function of log x: nearly straight at both ends.
        bool lower = level <= 0.5;
        double target = Math.Log(lower ? level : 1 - level);
        (double, double) Distance(double logX)
        {
            double x = Math.Exp(logX);
            var (p, q) = Both(a, x);
            double flow = a * Factor(a, x); // x dP/dx
            return lower ? (target - Math.Log(p), -flow / p) : (Math.Log(q) - target, -flow / q);
        }
        const double lowest = -700;
        return DecreasingRoot.Find(Distance, Math.Log(a), lowest, 30, stride: 2 + (2 / a)) switch
        {
            RootOutcome.Found found => Math.Exp(found.Position),
            _ => 0,
        };
    }

    private static (double Lower, double Upper) Both(double a, double x)
    {
        if (!(a > 0 && a <= 1e6))
            throw new ArgumentOutOfRangeException(nameof(a), $"a is {a}; allowed: (0, 1000000]");
        if (!(x >= 0))
            throw new ArgumentOutOfRangeException(nameof(x), $"x is {x}; allowed: [0, ∞]");
        if (x == 0)
            return (0, 1);
        if (double.IsPositiveInfinity(x))
            return (1, 0);
        double factor = Factor(a, x);
        if (factor == 0)
            return x < a ? (0, 1) : (1, 0);
        if (x < a + 1)
        {
            double lower = Math.Min(1, factor * Series(a, x));
            return (lower, 1 - lower);
        }
        double upper = Math.Min(1, factor * a * ContinuedFraction(a, x));
        return (1 - upper, upper);
    }

    /// <summary>P / Factor = 1 + x/(a+1) + x²/((a+1)(a+2)) + …; positive terms only.</summary>
    private static double Series(double a, double x)
    {
        double term = 1;
        double sum = 1;
        for (int n = 1; n < Terms && term > 1e-17 * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /// <summary>Q / (a Factor) = 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)), by Lentz's method.</summary>
    private static double ContinuedFraction(double a, double x)
    {
        double b = x + 1 - a;
        double c = double.PositiveInfinity;
        double d = 1 / b;
        double value = d;
        for (int i = 1; i < Terms; i++)
        {
            double numerator = i * (a - i);
            b += 2;
            d = 1 / ((numerator * d) + b);
            c = b + (numerator / c);
            value *= c * d;
            if (Math.Abs((c * d) - 1) < 3e-16)
                break;
        }
        return value;
    }

    /// <summary>x^a e^{−x}/Γ(a + 1).</summary>
    private static double Factor(double a, double x)
    {
        const double stirlingFrom = 10;
        if (a >= stirlingFrom)
            return Math.Exp(-(a * LogDefect((x - a) / a)) - StirlingRemainder(a))
                / Math.Sqrt(2 * Math.PI * a);
        double shifted = a;
        double product = 1;
        while (shifted < stirlingFrom)
            product *= ++shifted;
        double gamma = // Γ(a + 1) = Γ(shifted + 1)/product
            Math.Sqrt(2 * Math.PI * shifted)
            * Math.Pow(shifted / Math.E, shifted)
            * Math.Exp(StirlingRemainder(shifted))
            / product;
        return x < 700 ? Math.Pow(x, a) * Math.Exp(-x) / gamma : Math.Exp((a * Math.Log(x)) - x) / gamma;
    }

    /// <summary>μ − log(1 + μ) for μ > −1, without cancellation at small μ.</summary>
    private static double LogDefect(double mu)
    {
        if (Math.Abs(mu) > 0.5)
            return mu - Math.Log(1 + mu);
        double r = mu / (2 + mu);
        double square = r * r;
        double power = r * square;
        double sum = 0;
        for (int n = 3; Math.Abs(power) > 1e-18 * Math.Abs(sum) && n < 60; n += 2)
        {
            sum += power / n;
            power *= square;
        }
        return (mu * r) - (2 * sum);
    }

    /// <summary>log Γ(a + 1) − (a + ½) log a + a − ½ log 2π for a ≥ 10, to 1e-16.</summary>
    private static double StirlingRemainder(double a)
    {
        double s = 1 / (a * a);
        double sum = 1.0 / 156;
        ReadOnlySpan<double> rest =
        [
            -691.0 / 360360,
            1.0 / 1188,
            -1.0 / 1680,
            1.0 / 1260,
            -1.0 / 360,
            1.0 / 12,
        ];
        foreach (double coefficient in rest)
            sum = (sum * s) + coefficient;
        return sum / a;
    }
}
