namespace Grokking.Curves;

/// <summary>Mean and spread of a few numbers, summed in their order so that the bits do not depend on the machine.</summary>
/// <param name="Count">n, at least 1.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">With n − 1; null for a single number, which has no spread to show.</param>
public sealed record SampleSummary(int Count, double Mean, double? StandardDeviation)
{
    /// <summary>Standard error of the mean, standard deviation / √n; null for a single number.</summary>
    public double? StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>One standard deviation below the mean; null for a single number.</summary>
    public double? Lower => Mean - StandardDeviation;

    /// <summary>One standard deviation above the mean; null for a single number.</summary>
    public double? Upper => Mean + StandardDeviation;

    /// <summary>Summarises at least one number.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public static SampleSummary Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            throw new ArgumentException("Nothing to summarise", nameof(values));
        double sum = 0;
        foreach (double value in values)
            sum += double.IsFinite(value)
                ? value
                : throw new ArgumentException($"{value} cannot be summarised", nameof(values));
        double mean = sum / values.Count;
        double squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return new(values.Count, mean, values.Count == 1 ? null : Math.Sqrt(squares / (values.Count - 1)));
    }

    /// <summary>Summarises values of which none may be missing; null otherwise: a mean over the rest would flatter.</summary>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static SampleSummary? OfAll(IReadOnlyList<double?> values) =>
        values.All(value => value is not null) ? Of([.. values.Select(value => value!.Value)]) : null;
}
