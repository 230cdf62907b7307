namespace Grokking.Curves;

/// <summary>Strictly increasing epochs at which curves are recorded.</summary>
public sealed class TimeGrid
{
    private TimeGrid(long[] epochs) => Epochs = epochs;

    /// <summary>The epochs, strictly increasing; epoch n is the state after n steps.</summary>
    public IReadOnlyList<long> Epochs { get; }

    /// <summary>
    /// Whole epochs from 1 to <paramref name="last"/>, both included, evenly spaced in log t as far as whole
    /// numbers allow.
    /// </summary>
    /// <param name="last">The last epoch, at least 1.</param>
    /// <param name="pointsPerDecade">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1.</exception>
    public static TimeGrid Logarithmic(long last, int pointsPerDecade)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsPerDecade, 1);
        int steps = Math.Max(1, (int)Math.Ceiling(Math.Log10(last) * pointsPerDecade));
        var epochs = Enumerable
            .Range(0, steps + 1)
            .Select(i => (long)Math.Round(Math.Pow(10, Math.Log10(last) * i / steps)))
            .Select(epoch => Math.Clamp(epoch, 1, last));
        return new TimeGrid([.. epochs.Distinct()]);
    }
}
