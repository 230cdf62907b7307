using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>How good is eq. 12, and does eq. 26 improve on it?</summary>
internal static class C06ClosedGrokkingTimes
{
    /// <summary>λ of most of the paper's figures.</summary>
    public const double PapersSampleRatio = 0.9;

    /// <summary>ε of the paper's figures.</summary>
    public const double PapersEpsilon = 1e-3;

    /// <summary>C6a, of measured times.</summary>
    public static IEnumerable<Claim> JudgeMeasured(Findings findings)
    {
        GrokkingTimeComparison measured = findings
            .Of<SampleRatioResult>()
            .Times.Single(row => row.SampleRatio == PapersSampleRatio);
        string papers = $"λ = {PapersSampleRatio}, ε = {PapersEpsilon}";
        Claim first = findings.Claim<SampleRatioResult>(
            "C6a",
            "eq. 12, Fig. 1",
            "The grokking time is log(1/(1−√λ))/(2η(1−√λ)²), whatever ε.",
            $"measured Δt in units of eq. 12 at the paper's parameters, {papers}"
        );
        yield return measured.Difference.Measured is { } times
            ? first.Test(
                predicted: 1,
                Measurement.Of(times).In(measured.Eq12!.Value),
                new Tolerance(
                    0.5,
                    "half the value passes: on the figure's logarithmic axis over six decades that still looks like agreement"
                )
            )
            : first;
    }

    /// <summary>C6b to C6g, of theory alone.</summary>
    public static IEnumerable<Claim> Judge(Findings findings)
    {
        TimeForms[] all = [.. findings.Of<ApproximationResult>().Times];
        TimeForms[] ours = [.. all.Where(row => row.SampleRatio == PapersSampleRatio)];
        TimeForms[][] smallest =
        [
            .. all.GroupBy(row => row.SampleRatio)
                .Select(rows => rows.OrderBy(row => row.Epsilon).Take(2).ToArray()),
        ];
        TimeForms[] worst = smallest.MaxBy(pair => Math.Abs(Limit(pair) - 1))!;
        TimeForms unextrapolated = smallest
            .Select(pair => pair[0])
            .MaxBy(row => Math.Abs((row.Difference / row.Eq12) - 1))!;
        yield return Ratio(
            "C6b",
            "eq. 12",
            "Eq. 12 is the limit of the grokking time for small ε.",
            $"exact Δt in units of eq. 12, continued to ε = 0 in a straight line over 1/t*_gen from ε = {worst[1].Epsilon} and "
                + $"{worst[0].Epsilon}, farthest off for the {smallest.Length} λ = {all.Min(row => row.SampleRatio)} … "
                + $"{all.Max(row => row.SampleRatio)} at λ = {worst[0].SampleRatio}; at ε = {unextrapolated.Epsilon} itself "
                + $"{unextrapolated.Difference / unextrapolated.Eq12:F3}, at λ = {unextrapolated.SampleRatio}",
            Limit(worst),
            Readings.Approximately
        );
        string papers = $"λ = {PapersSampleRatio}, ε = {PapersEpsilon}";
        TimeForms atPapers = ours.Single(row => row.Epsilon == PapersEpsilon);
        yield return Ratio(
            "C6c",
            "eq. 24",
            "Eq. 24 gives the time at which training accuracy reaches erf √2.",
            $"eq. 24 in units of the exact t*_tr, {papers}",
            atPapers.Eq24Training / atPapers.Training,
            Readings.Approximately
        );
        yield return Ratio(
            "C6d",
            "eq. 24",
            "Eq. 24 gives the time at which generalisation accuracy reaches erf √2.",
            $"eq. 24 in units of the exact t*_gen, {papers}",
            atPapers.Eq24Generalization / atPapers.Generalization,
            Readings.Approximately
        );
        TimeForms[] figure = [.. all.Where(row => row.Epsilon >= 1e-9)];
        yield return Ratio(
            "C6e",
            "eq. 26",
            "Eq. 26 gives the grokking time to the next order.",
            $"share of {figure.Length} points (λ, ε) over the range of Fig. 1 at which eq. 26 is a real number nearer to the "
                + "exact Δt than eq. 12",
            figure.Count(row =>
                Math.Abs((row.Eq26 - row.Difference) ?? double.PositiveInfinity)
                < Math.Abs(row.Eq12 - row.Difference)
            ) / (double)figure.Length,
            new Tolerance(
                0.05,
                "printed without a domain, the next order should do better wherever the figure has a value; one point in "
                    + "twenty may lie on a border"
            )
        );
        TimeForms[] small = [.. all.Where(row => row.Epsilon == 1e-9)];
        TimeForms most = small.MaxBy(Left)!;
        yield return findings
            .Claim<ApproximationResult>(
                "C6f",
                "eq. 26",
                "For small ε, eq. 26 is close.",
                $"largest share of the error of eq. 12 that eq. 26 leaves at ε = {most.Epsilon}, for the {small.Length} λ = "
                    + $"{small.Min(row => row.SampleRatio)} … {small.Max(row => row.SampleRatio)}; it is the one at λ = "
                    + $"{most.SampleRatio}, where eq. 26 is {most.Eq26 / most.Difference:F3} of the exact Δt, and it is "
                    + $"{small.Where(row => row.SampleRatio == PapersSampleRatio).Max(Left):F3} at λ = {PapersSampleRatio}"
            )
            .Compute(
                predicted: 0,
                Left(most),
                new Tolerance(
                    0.5,
                    "half of what eq. 12 is off: the next order has to bring that much at least"
                )
            );
        yield return findings
            .Claim<ApproximationResult>(
                "C6g",
                "eqs 12 and 24",
                "Eq. 12 is the difference of the two times of eq. 24 when the power of t in eq. 11 is left out.",
                $"largest relative difference of eq. 12 from (t*_gen − t*_tr) + 3/(8η(1−√λ)²) log(t*_gen/t*_tr) by eq. 24, at "
                    + $"{all.Length} points (λ, ε)"
            )
            .Compute(
                predicted: 0,
                all.Max(row => Math.Abs((row.Eq12 / row.Eq24WithoutPower) - 1)),
                new Tolerance(
                    1e-9,
                    "an identity of the Lambert function: nothing but rounding can part the two"
                )
            );

        // What eq. 12 leaves out is, as a share of it, 3/(8η(1−√λ)²t*) (1 + 1/(2 log 1/(1−√λ))) to first order in 1/t*: the 1
        // by the power of t in eq. 11 (eq. 26 has that), the rest by what eq. 11 itself leaves out of L_gen. The latter is
        // the share 1/(1 + 2 log 1/(1−√λ)) of the whole, which no ε makes smaller: 0.57 at λ = 0.1.
        static double Left(TimeForms row) =>
            Math.Abs(((row.Eq26 ?? row.Eq12) - row.Difference) / (row.Eq12 - row.Difference));

        // As all of that falls like 1/t*, the limit is where a straight line over 1/t* arrives.
        static double Limit(TimeForms[] pair)
        {
            double weight = pair[0].Generalization / (pair[0].Generalization - pair[1].Generalization);
            return ((weight * pair[0].Difference) + ((1 - weight) * pair[1].Difference)) / pair[0].Eq12;
        }

        Claim Ratio(
            string id,
            string source,
            string statement,
            string quantity,
            double value,
            Tolerance tolerance
        ) =>
            findings
                .Claim<ApproximationResult>(id, source, statement, quantity)
                .Compute(predicted: 1, value, tolerance);
    }
}
