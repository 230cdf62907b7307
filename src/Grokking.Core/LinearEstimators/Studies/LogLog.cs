namespace Grokking.LinearEstimators.Studies;

/// <summary>Grids and values between grid points on logarithmic axes.</summary>
internal static class LogLog
{
    /// <summary>Values from low to high, both included, evenly spaced in the logarithm.</summary>
    public static double[] Space(double low, double high, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    i == 0 ? low
                    : i == count - 1 ? high
                    : low * Math.Pow(high / low, (double)i / (count - 1))
                ),
        ];

    /// <summary>
    /// Different whole numbers from low to high, both included, as evenly spaced in the logarithm as they can be.
    /// </summary>
    public static int[] WholeNumbers(int low, int high, int count)
    {
        int[] numbers = new int[count];
        numbers[0] = low;
        for (int i = 1; i < count; i++)
        {
            double evenly = numbers[i - 1] * Math.Pow((double)high / numbers[i - 1], 1.0 / (count - i));
            numbers[i] = Math.Max(numbers[i - 1] + 1, (int)Math.Round(evenly));
        }
        return numbers;
    }

    /// <summary>
    /// The ordinate at an abscissa within the range, on a straight line between its neighbours in log–log: where
    /// a marker sits on a drawn curve.
    /// </summary>
    public static double Interpolate(
        IReadOnlyList<double> abscissae,
        IReadOnlyList<double> ordinates,
        double at
    )
    {
        int right = Math.Max(1, Enumerable.Range(0, abscissae.Count).First(i => abscissae[i] >= at));
        double weight =
            Math.Log(at / abscissae[right - 1]) / Math.Log(abscissae[right] / abscissae[right - 1]);
        return ordinates[right - 1] * Math.Pow(ordinates[right] / ordinates[right - 1], weight);
    }
}
