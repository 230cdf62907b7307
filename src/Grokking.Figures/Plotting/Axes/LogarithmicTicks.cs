using Grokking.Figures.Plotting.Text;

namespace Grokking.Figures.Plotting.Axes;

/// <summary>Ticks at the powers of ten and, where there is room, at their multiples by 2…9.</summary>
internal static class LogarithmicTicks
{
    // Two, and the distance that data keep from the ends.
    private const double FewDecades = 2.2;

    private const double FractionOfDecade = 0.7;
    private const int MostLabels = 8;
    private const double ShortestDecadeWithMinorTicks = 9;
    private const double ShortestDecadeWithTick = 2.5;

    private static readonly int[] Strides = [1, 2, 3, 4, 5, 6, 8, 10, 20, 50, 100];
    private static readonly int[][] Mantissas =
    [
        [1, 2, 5],
        [1, 2, 3, 5],
        [1, 2, 3, 4, 6, 8],
        [1, 3],
    ];

    public static IReadOnlyList<Tick> Choose(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length
    )
    {
        var decades = Math.Log10(range.Maximum / range.Minimum);
        return (decades < FewDecades ? WithinDecades(range, fits, length, decades) : null)
            ?? AcrossDecades(range, fits, length / decades);
    }

    /// <summary>Labels at every decade, or at every second, third, … one.</summary>
    private static List<Tick> AcrossDecades(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double decadeLength
    )
    {
        List<Tick> ticks = [];
        foreach (var stride in Strides)
        {
            ticks =
            [
                .. Candidates(range)
                    .Where(Drawn)
                    .Select(c => c.ToTick(IsLabelled(c) ? NumberText.Power(c.Exponent) : null)),
            ];
            if (ticks.Count(t => t.Label is not null) <= MostLabels && fits(ticks))
                break;

            bool Drawn(Candidate c) =>
                c.Mantissa == 1
                    ? decadeLength >= ShortestDecadeWithTick || IsLabelled(c)
                    : decadeLength >= ShortestDecadeWithMinorTicks;

            bool IsLabelled(Candidate c) => c.Mantissa == 1 && c.Exponent % stride == 0;
        }
        return ticks;
    }

    /// <summary>Labels also within the decades; a fraction of a decade has linear ticks.</summary>
    private static IReadOnlyList<Tick>? WithinDecades(
        AxisRange range,
        Func<IReadOnlyList<Tick>, bool> fits,
        double length,
        double decades
    )
    {
        if (decades < FractionOfDecade)
            return LinearTicks.Choose(range, step: null, fits, length);
        var plain = range.Minimum >= 0.9e-3 && range.Maximum < 1e5;
        foreach (var mantissas in Mantissas)
        {
            Tick[] ticks =
            [
                .. Candidates(range)
                    .Select(c => c.ToTick(mantissas.Contains(c.Mantissa) ? Label(c, plain) : null)),
            ];
            if (ticks.Count(t => t.Label is not null) >= 3 && fits(ticks))
                return ticks;
        }
        // A range without a power of ten would have no label at all.
        return decades < 1 ? LinearTicks.Choose(range, step: null, fits, length) : null;
    }

    private static string Label(Candidate c, bool plain)
    {
        if (plain)
            return NumberText.Plain(c.Value, Math.Max(0, -c.Exponent));
        return c.Mantissa == 1
            ? NumberText.Power(c.Exponent)
            : $"{c.Mantissa}×{NumberText.Power(c.Exponent)}";
    }

    private static IEnumerable<Candidate> Candidates(AxisRange range)
    {
        for (
            var e = (int)Math.Floor(Math.Log10(range.Minimum));
            e <= Math.Ceiling(Math.Log10(range.Maximum));
            e++
        )
        {
            for (var m = 1; m <= 9; m++)
            {
                var candidate = new Candidate(m, e);
                if (range.Contains(candidate.Value))
                    yield return candidate;
            }
        }
    }

    private readonly record struct Candidate(int Mantissa, int Exponent)
    {
        /// <summary>Powers of ten are exact only upwards: below one, divide.</summary>
        public double Value =>
            Exponent >= 0 ? Mantissa * Math.Pow(10, Exponent) : Mantissa / Math.Pow(10, -Exponent);

        public Tick ToTick(string? label) => new(Value, Mantissa == 1, label);
    }
}
