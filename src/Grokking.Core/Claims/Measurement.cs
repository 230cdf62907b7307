using Grokking.Curves;
using MathNet.Numerics.Distributions;

namespace Grokking.Claims;

/// <summary>A measured number with its confidence interval, value ± uncertainty.</summary>
/// <param name="Value">The number.</param>
/// <param name="Uncertainty">Half the width of the interval, 0 if the number is exact; null if a single replica cannot tell.</param>
public readonly record struct Measurement(double Value, double? Uncertainty)
{
    /// <summary>The level of confidence of every interval: one in twenty misses.</summary>
    public const double Level = 0.95;

    /// <summary>A number without statistical uncertainty, such as one that theory alone decides.</summary>
    public static Measurement Exact(double value) => new(value, 0);

    /// <summary>The mean over replicas with Student's interval, t_{(1+level)/2, n−1} standard errors to each side.</summary>
    /// <param name="replicas">Summary of independent, roughly normal values.</param>
    public static Measurement Of(SampleSummary replicas) =>
        new(replicas.Mean, replicas.StandardError * StudentFactor(replicas.Count));

    /// <inheritdoc cref="Of(SampleSummary)"/>
    public static Measurement Of(IEnumerable<double> replicas) => Of(SampleSummary.Of([.. replicas]));

    /// <summary>
    /// The mean over replicas of a fraction of counted samples. Where all replicas agree Student's interval has no width;
    /// that of the counts, by Clopper and Pearson, still has: the wider of the two holds.
    /// </summary>
    /// <param name="replicas">Summary of the fractions, each in [0, 1].</param>
    /// <param name="samples">How many samples each replica counted; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is NaN or outside [0, 1], or there is no sample.</exception>
    public static Measurement OfFraction(SampleSummary replicas, int samples)
    {
        double all = (double)replicas.Count * Require.InClosed(samples, 1, int.MaxValue, nameof(samples));
        double hits = Math.Round(Require.InClosed(replicas.Mean, 0, 1, nameof(replicas)) * all);
        double tail = (1 - Level) / 2;
        double lowest = hits == 0 ? 0 : Beta.InvCDF(hits, all - hits + 1, tail);
        double highest = hits == all ? 1 : Beta.InvCDF(hits + 1, all - hits, 1 - tail);
        Measurement between = Of(replicas);
        return between with
        {
            Uncertainty = between.Uncertainty is { } spread
                ? Math.Max(spread, Math.Max(highest - replicas.Mean, replicas.Mean - lowest))
                : null,
        };
    }

    /// <summary>The one of several that is least likely to agree with a prediction that they share.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Measurement Worst(IEnumerable<Measurement> measurements, double predicted)
    {
        Measurement[] all = [.. measurements];
        return all.Length > 0
            ? all.MaxBy(one => one.Reach(predicted) ?? double.PositiveInfinity)
            : throw new ArgumentException("of no measurements none is the worst", nameof(measurements));
    }

    /// <summary>The same in another unit.</summary>
    public Measurement In(double unit) => new(Value / unit, Uncertainty / Math.Abs(unit));

    /// <summary>Divided by another, their uncertainties taken as independent and small.</summary>
    public Measurement Over(Measurement other) =>
        new(
            Value / other.Value,
            Math.Abs(Value / other.Value)
                * (
                    Uncertainty / Value is { } mine && other.Uncertainty / other.Value is { } others
                        ? Math.Sqrt((mine * mine) + (others * others))
                        : null
                )
        );

    /// <summary>The farthest from a prediction that the interval reaches; null if a single replica gives none.</summary>
    public double? Reach(double predicted) => Math.Abs(Value - predicted) + Uncertainty;

    private static double StudentFactor(int count) =>
        count < 2 ? double.NaN : StudentT.InvCDF(0, 1, count - 1, (1 + Level) / 2);
}
