using System.Numerics;

namespace Grokking.Numerics;

/// <summary>The root mean square over components of error_i / (absolute + relative · |y_i|): a step may have 1.</summary>
internal static class RungeKuttaErrorNorm
{
    /// <summary>The norm of a step's error.</summary>
    /// <param name="error">Of each of the n components.</param>
    /// <param name="before">y at the start of the step.</param>
    /// <param name="after">y at its end; of the two |y_i| the larger counts.</param>
    /// <param name="options">The tolerances.</param>
    /// <returns>At least 0; NaN if a component is.</returns>
    public static double Of(
        ReadOnlySpan<double> error,
        ReadOnlySpan<double> before,
        ReadOnlySpan<double> after,
        RungeKuttaOptions options
    )
    {
        var (absolute, relative) = (options.AbsoluteTolerance, options.RelativeTolerance);
        var sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= error.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var size = Vector.Max(
                Vector.Abs(new Vector<double>(before[i..])),
                Vector.Abs(new Vector<double>(after[i..]))
            );
            var scaled = new Vector<double>(error[i..]) / (new Vector<double>(absolute) + (relative * size));
            sums += scaled * scaled;
        }
        double sum = Vector.Sum(sums);
        for (; i < error.Length; i++)
        {
            double size = Math.Max(Math.Abs(before[i]), Math.Abs(after[i]));
            double scaled = error[i] / (absolute + (relative * size));
            sum += scaled * scaled;
        }
        return Math.Sqrt(sum / error.Length);
    }
}
