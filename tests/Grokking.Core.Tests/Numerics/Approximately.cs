namespace Grokking.Core.Tests.Numerics;

/// <summary>Assertions whose tolerance is relative; where it comes from stands beside each use.</summary>
internal static class Approximately
{
    public static void Equal(double expected, double actual, double relative, string about = "")
    {
        double error = Math.Abs((actual / expected) - 1);
        Assert.True(
            error <= relative,
            $"{about} expected {expected:R}, was {actual:R}: relative error {error:e2} > {relative:e1}"
        );
    }
}
