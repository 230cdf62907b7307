namespace Grokking.Core.Tests.Numerics;

/// <summary>The naive oracle for integrals: Simpson's rule with very many nodes.</summary>
internal static class Simpson
{
    public static double Integrate(
        Func<double, double> function,
        double from,
        double to,
        int intervals = 40_000
    )
    {
        double step = (to - from) / (2 * intervals);
        double sum = function(from) + function(to);
        for (int i = 1; i < 2 * intervals; i++)
            sum += (i % 2 == 1 ? 4 : 2) * function(from + (i * step));
        return sum * step / 3;
    }
}
