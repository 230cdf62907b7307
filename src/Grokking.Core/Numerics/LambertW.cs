namespace Grokking.Numerics;

/// <summary>The Lambert function: the inverse of w ↦ w e^w.</summary>
public static class LambertW
{
    // 1/e = High + Low to 32 digits, so that e·x + 1 keeps its digits next to the branch point.
    private const double InverseEHigh = 0.36787944117144233;
    private const double InverseELow = -1.2428753672788364e-17;

    /// <summary>The principal branch W₀: the solution w ≥ −1 of w e^w = x.</summary>
    /// <param name="x">In [−1/e, ∞), with −1/e rounded to double.</param>
    /// <returns>
    /// W₀(x), in [−1, 704), to 1e-14 relative; measured against w e^w = x in decimal arithmetic: below 1e-15
    /// away from the branch point.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">x is below −1/e, infinite or NaN.</exception>
    /// <remarks>
    /// Newton's iteration for w + log w = log x, w ← (1 + log(x/w)) w/(1 + w), as in Iacono and Boyd, Adv.
    /// Comput. Math. 43 (2017) 1403; within 0.05 of the branch point the series in √(2(1 + e x)).
    /// </remarks>
    public static double Principal(double x)
    {
        if (!(x >= -InverseEHigh) || !double.IsFinite(x))
            throw new ArgumentOutOfRangeException(nameof(x), $"x is {x}; allowed: [−1/e, ∞)");
        if (x == 0)
            return 0;
        double fromBranch = Math.E * (x + InverseEHigh + InverseELow);
        double root = Math.Sqrt(Math.Max(0, 2 * fromBranch));
        if (root < 0.05)
            return BranchSeries(root);

        double w = Start(x, fromBranch);
        for (int i = 0; i < 20; i++)
        {
            double next = w * (1 + Math.Log(x / w)) / (1 + w);
            if (Math.Abs(next - w) <= 1e-9 * Math.Abs(next)) // quadratic: the next error is 1e-18
                return next;
            w = next;
        }
        return w;
    }

    private static double Start(double x, double fromBranch)
    {
        if (x >= Math.E)
            return Math.Log(x) - Math.Log(Math.Log(x)) + (Math.Log(Math.Log(x)) / Math.Log(x));
        if (x > 0)
            return x / (1 + (x * (Math.E - 1) / Math.E));
        double root = Math.Sqrt(fromBranch);
        return Math.E * x * MathNet.Numerics.SpecialFunctions.Log1p(root) / (fromBranch + root);
    }

    private static double BranchSeries(double p)
    {
        ReadOnlySpan<double> coefficients =
        [
            -1,
            1,
            -1.0 / 3,
            11.0 / 72,
            -43.0 / 540,
            769.0 / 17280,
            -221.0 / 8505,
            680863.0 / 43545600,
            -1963.0 / 204120,
            226287557.0 / 37623398400,
        ];
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = (sum * p) + coefficients[i];
        return sum;
    }
}
