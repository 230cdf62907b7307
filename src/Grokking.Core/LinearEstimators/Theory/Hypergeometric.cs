using MathNet.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>₀F₁(a; z) and the regularised ₀F̃₁(a; z) of eq. 9, each by a way of its own.</summary>
public static class Hypergeometric
{
    /// <summary>₀F₁(a; z) = Σ_k z^k/((a)_k k!), with (a)_k = a (a+1) … (a+k−1), by its power series.</summary>
    /// <param name="parameter">a, in (0, ∞).</param>
    /// <param name="argument">z, in [0, 10^4]; no term cancels another.</param>
    /// <returns>The value to 1e-14 relative, as measured against cosh and sinh for z ≤ 6.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Plain(double parameter, double argument)
    {
        Require.Positive(parameter, nameof(parameter));
        Require.InClosed(argument, 0, 1e4, nameof(argument));
        double term = 1;
        double sum = 1;
        for (double k = 0; term > 1e-18 * sum; k++)
        {
            term *= argument / ((parameter + k) * (k + 1));
            sum += term;
        }
        return sum;
    }

    /// <summary>₀F̃₁(a; z) = Σ_k z^k/(Γ(a+k) k!) = z^{(1−a)/2} I_{a−1}(2√z), by the Bessel function.</summary>
    /// <param name="parameter">a, in [1, ∞).</param>
    /// <param name="argument">z, in (0, 10^4].</param>
    /// <returns>The value to 1e-13 relative, as measured against <see cref="Plain"/> over Γ(a) for a ≤ 4, z ≤ 10.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Regularized(double parameter, double argument)
    {
        Require.InClosed(parameter, 1, double.MaxValue, nameof(parameter));
        Require.InClosed(Require.Positive(argument, nameof(argument)), 0, 1e4, nameof(argument));
        return Math.Pow(argument, (1 - parameter) / 2)
            * SpecialFunctions.BesselI(parameter - 1, 2 * Math.Sqrt(argument));
    }
}
