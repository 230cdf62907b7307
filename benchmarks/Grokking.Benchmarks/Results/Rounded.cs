namespace Grokking.Benchmarks.Results;

/// <summary>Numbers as they stand in cells: as many digits as a measurement on a shared machine deserves.</summary>
public static class Rounded
{
    // From how many seconds on, and how many there are in it: 72 s reads better than 1.2 min.
    private static readonly (double From, double Size, string Unit)[] Units =
    [
        (7200, 3600, "h"),
        (120, 60, "min"),
        (1, 1, "s"),
        (1e-3, 1e-3, "ms"),
        (1e-6, 1e-6, "µs"),
        (0, 1e-9, "ns"),
    ];

    /// <summary>A duration in a unit in which its number is neither large nor small.</summary>
    public static string Seconds(double seconds)
    {
        var (_, size, unit) = Units.First(one => seconds >= one.From);
        return $"{Number(seconds / size)} {unit}";
    }

    /// <summary>How many times as long, as large or as many.</summary>
    public static string Ratio(double ratio) => $"{Number(ratio)}×";

    /// <summary>A relative difference, as 1.2e-4.</summary>
    public static string Relative(double difference) => difference.ToString("0.0e-0");

    /// <summary>Three digits at most behind what matters: 0.0213, 1.23, 45.6, 789, 1 230 000.</summary>
    public static string Number(double value)
    {
        if (value == 0)
            return "0";
        int digits = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        if (digits > 3)
        {
            double unit = Math.Pow(10, digits - 3);
            return (Math.Round(value / unit) * unit).ToString("#,0").Replace(',', ' ');
        }
        return value.ToString($"0.{new string('#', Math.Min(3 - digits, 12))}");
    }
}
