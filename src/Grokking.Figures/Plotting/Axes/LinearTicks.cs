using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Axes;

/// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten, with minor ticks between them.</summary>
internal static class LinearTicks
{
    private const int MostIntervals = 6;
    private const double ShortestInterval = 15;
    private const double ShortestMinorInterval = 3;

    public static IReadOnlyList<Tick> Choose(
        AxisRange range,
        double? step,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    )
    {
        if (step is { } given)
            return Ticks(range, Step.Near(given), length);
        var intervals = Math.Clamp(length / ShortestInterval, 1, MostIntervals);
        var candidate = Step.AtLeast((range.Maximum - range.Minimum) / intervals);
        // Labels thin out until they fit; at the latest, one is left.
        for (; ; candidate = candidate.Next())
        {
            var ticks = Ticks(range, candidate, length);
            if (fits(ticks) || ticks.Count(t => t.Label is not null) <= 1)
                return ticks;
        }
    }

    private static List<Tick> Ticks(AxisRange range, Step step, double length)
    {
        var ticks = new List<Tick>();
        var parts = step.MinorParts;
        var spacing = length * step.Value / (range.Maximum - range.Minimum) / parts;
        var minor = spacing >= ShortestMinorInterval ? parts : 1;
        var first = (long)Math.Floor(range.Minimum / step.Value) * minor;
        var last = (long)Math.Ceiling(range.Maximum / step.Value) * minor;
        for (var i = first; i <= last; i++)
        {
            var isMajor = i % minor == 0;
            var value = isMajor ? step.Times(i / minor) : step.Value * i / minor;
            if (range.Contains(value))
                ticks.Add(new(value, isMajor, isMajor ? Label(i / minor, step) : null));
        }
        return ticks;
    }

    private static string Label(long index, Step step)
    {
        var value = step.Times(index);
        return Math.Abs(value) >= 1e5 || step.Exponent < -4
            ? NumberText.Format(value)
            : NumberText.Plain(value, Math.Max(0, -step.Exponent), fixedDecimals: true);
    }

    /// <summary>A step of mantissa · 10^exponent.</summary>
    private readonly record struct Step(int Mantissa, int Exponent)
    {
        public double Value => Times(1);

        /// <summary>How many parts the minor ticks make of a step.</summary>
        public int MinorParts =>
            Mantissa switch
            {
                2 => 4,
                3 or 4 => Mantissa,
                _ => 5,
            };

        /// <summary>Powers of ten are exact only upwards: below one, divide.</summary>
        public double Times(long count) =>
            Exponent >= 0
                ? count * Mantissa * Math.Pow(10, Exponent)
                : count * Mantissa / Math.Pow(10, -Exponent);

        public Step Next() =>
            Mantissa switch
            {
                1 => this with { Mantissa = 2 },
                2 => this with { Mantissa = 5 },
                _ => new(1, Exponent + 1),
            };

        public static Step AtLeast(double value)
        {
            var step = new Step(1, (int)Math.Floor(Math.Log10(value)) - 1);
            while (step.Value < value * (1 - 1e-9))
                step = step.Next();
            return step;
        }

        /// <summary>The step that equals a given distance, to two digits.</summary>
        public static Step Near(double value)
        {
            var exponent = (int)Math.Floor(Math.Log10(value) + 1e-9);
            var mantissa = value / Math.Pow(10, exponent);
            return Math.Abs(mantissa - Math.Round(mantissa)) < 1e-6
                ? new((int)Math.Round(mantissa), exponent)
                : new((int)Math.Round(10 * mantissa), exponent - 1);
        }
    }
}
