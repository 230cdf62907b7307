namespace Grokking.Numerics;

/// <summary>
/// One step of the damped second-order Runge–Kutta–Chebyshev method with s stages. Its stability polynomial is
/// 1 − b_s T_s(w₀) + b_s T_s(w₀ + w₁ z): stable along the negative real axis as far as z = −0.65 (s² − 1), a
/// third of s times as far as s explicit Euler steps.
/// </summary>
/// <remarks>Sommeijer, Shampine &amp; Verwer, J. Comput. Appl. Math. 88 (1997) 315, eqs. 2.1–2.5, damping ε = 2/13.</remarks>
internal sealed class RungeKuttaChebyshevStep(RungeKuttaRightHandSide rightHandSide, int size)
{
    // The reach of s stages is 2/3 (s² − 1)(1 − 2ε/15), a little more than (s² − 1) / 1.54.
    private const double Damping = 2.0 / 13;
    private const double InverseReach = 1.54;

    private double[] _before = new double[size];
    private double[] _last = new double[size];

    /// <summary>The fewest stages, at least 2, that are stable where step × spectral radius = <paramref name="stiffness"/>.</summary>
    public static int StagesFor(double stiffness) =>
        Math.Max(2, (int)Math.Ceiling(Math.Sqrt((InverseReach * stiffness) + 1)));

    /// <summary>The largest step × spectral radius at which that many stages are stable.</summary>
    public static double StiffnessFor(int stages) => (((double)stages * stages) - 1) / InverseReach;

    /// <summary>Writes the solution at time + step into <paramref name="result"/>; stages − 1 evaluations.</summary>
    public void Take(double time, double step, int stages, double[] state, double[] slope, double[] result)
    {
        double w0 = 1 + (Damping / ((double)stages * stages));
        double w1 = ChebyshevSlopeRatio(stages, w0);

        // Chebyshev polynomials T and their first two derivatives at w₀, for the last two stages.
        (double t1, double t2) = (w0, 1);
        (double d1, double d2) = (1, 0);
        (double dd1, double dd2) = (0, 0);
        double b1 = 1 / (4 * w0 * w0);
        double b2 = b1;
        (double c1, double c2) = (w1 * b1, 0);

        state.CopyTo(_before, 0);
        LinearCombination.Write(_last, (1, state), (step * c1, slope));

        for (int stage = 2; stage <= stages; stage++)
        {
            double t = (2 * w0 * t1) - t2;
            double d = (2 * w0 * d1) - d2 + (2 * t1);
            double dd = (2 * w0 * dd1) - dd2 + (4 * d1);
            double b = dd / (d * d);
            double a1 = 1 - (t1 * b1);
            double mu = 2 * w0 * b / b1;
            double nu = -b / b2;
            double rate = mu * w1 / w0;

            rightHandSide(time + (step * c1), _last, result);
            double push = step * rate;
            LinearCombination.Write(
                _before,
                (nu, _before),
                (mu, _last),
                (1 - mu - nu, state),
                (push, result),
                (-push * a1, slope)
            );

            (c1, c2) = ((mu * c1) + (nu * c2) + (rate * (1 - a1)), c1);
            (t1, t2, d1, d2, dd1, dd2, b1, b2) = (t, t1, d, d1, dd, dd1, b, b1);
            (_before, _last) = (_last, _before);
        }
        _last.CopyTo(result, 0);
    }

    // w₁ = T′_s(w₀) / T″_s(w₀), through T_s(cosh u) = cosh(s u).
    private static double ChebyshevSlopeRatio(int stages, double w0)
    {
        double sinh = Math.Sqrt((w0 * w0) - 1);
        double angle = stages * Math.Log(w0 + sinh);
        return Math.Sinh(angle)
            * sinh
            * sinh
            / ((Math.Cosh(angle) * stages * sinh) - (w0 * Math.Sinh(angle)));
    }
}
