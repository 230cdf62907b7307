using System.Diagnostics;
using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Benchmarks.Measuring;

/// <summary>Where measurements are taken and written down.</summary>
/// <param name="algebra">Who multiplies the matrices.</param>
/// <param name="includeLong">Whether what takes more than a few minutes is measured too.</param>
internal sealed class Bench(ILinearAlgebra algebra, bool includeLong)
{
    private readonly Dictionary<string, IReadOnlyList<double>> raw = [];

    public ILinearAlgebra Algebra => algebra;

    public bool IncludeLong => includeLong;

    /// <summary>What is drawn does not matter, only that it is the same in every run.</summary>
    public Seed Seed { get; } = new(2024);

    public IReadOnlyDictionary<string, IReadOnlyList<double>> Raw => raw;

    /// <summary>Writes measurements down and gives their median.</summary>
    /// <param name="what">What was measured, with its unit in brackets; not used before.</param>
    /// <param name="values">At least one.</param>
    public double Record(string what, params IReadOnlyList<double> values)
    {
        Console.Error.WriteLine($"{what}: {string.Join(", ", values.Select(value => value.ToString("G4")))}");
        lock (raw)
            raw.Add(what, values);
        return Median(values);
    }

    /// <summary>The median time of some runs, in seconds.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="runs">How often, at least once.</param>
    /// <param name="work">What is measured.</param>
    public double Time(string what, int runs, Action work) =>
        Record($"{what} [s]", [.. Enumerable.Range(0, runs).Select(_ => Seconds(work))]);

    /// <summary>How long something takes once.</summary>
    public static double Seconds(Action work)
    {
        // What earlier measurements left behind is not this one's to clear away.
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
