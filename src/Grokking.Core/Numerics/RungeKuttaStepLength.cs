namespace Grokking.Numerics;

/// <summary>Where a step of about a given length ends.</summary>
internal static class RungeKuttaStepLength
{
    /// <summary>The end of the step; <paramref name="last"/> itself or an earlier time.</summary>
    /// <param name="time">Where the step starts.</param>
    /// <param name="step">How long it should be.</param>
    /// <param name="last">Where the integration ends, after <paramref name="time"/>.</param>
    /// <exception cref="RungeKuttaException">The step, which may be NaN, is too small to advance time.</exception>
    public static double End(double time, double step, double last)
    {
        double remaining = last - time;
        if (step < remaining)
            step = WithoutLastDigits(step);
        if (step < remaining && 2 * step > remaining)
            step = remaining / 2; // rather than leave a sliver for the last step
        double end = step >= remaining ? last : time + step;
        return end - time > 16 * (Math.BitIncrement(Math.Abs(time)) - Math.Abs(time))
            ? end
            : throw new RungeKuttaException(time, $"a step of {end - time:R} is too small to advance time");
    }

    // Three digits of a step are enough; further ones would carry the rounding of the right-hand side into all times.
    private static double WithoutLastDigits(double step) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(step) & (-1L << 42));
}
