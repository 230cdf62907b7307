using Grokking.Claims;
using Grokking.LinearEstimators.Studies;

namespace Grokking.LinearEstimators.Claims;

/// <summary>How good are eqs 12, 24 and 26?</summary>
internal static class C06ClosedGrokkingTimes
{
    private const double PapersSampleRatio = 0.9;
    private const double PapersEpsilon = 1e-3;

    public static IEnumerable<Claim> Judge(Findings findings)
    {
        ApproximationResult forms = findings.Of<ApproximationResult>();
        TimeForms[] ours = [.. forms.Times.Where(row => row.SampleRatio == PapersSampleRatio)];
        TimeForms atPapers = ours.Single(row => row.Epsilon == PapersEpsilon);
        TimeForms smallest = ours.MinBy(row => row.Epsilon)!;
        TimeForms small = ours.Single(row => row.Epsilon == 1e-9);
        string papers = $"λ = {PapersSampleRatio}, ε = {PapersEpsilon}";

        GrokkingTimeComparison measured = findings
            .Of<SampleRatioResult>()
            .Times.Single(row => row.SampleRatio == PapersSampleRatio);
        TimeForms[] all = [.. forms.Times];
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
        yield return Ratio(
            "C6b",
            "eq. 12",
            "Eq. 12 is the limit of the grokking time for small ε.",
            $"exact Δt in units of eq. 12 at λ = {PapersSampleRatio}, ε = {smallest.Epsilon}",
            smallest.Difference / smallest.Eq12,
            new Tolerance(
                0.1,
                "what eq. 12 leaves out falls like log t*/t*, some per cent at the smallest ε in reach"
            )
        );
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
        TimeForms[] figure = [.. forms.Times.Where(row => row.Epsilon >= 1e-9)];
        yield return Ratio(
            "C6e",
            "eq. 26",
            "Eq. 26 gives the grokking time to the next order.",
            $"share of {figure.Length} points (λ, ε) over the range of Fig. 1 at which eq. 26 is a positive number",
            figure.Count(row => row.Eq26 > 0) / (double)figure.Length,
            new Tolerance(
                0.05,
                "printed without a domain, it should have a value wherever the figure has one; one point in twenty may "
                    + "lie on a border"
            )
        );
        yield return Ratio(
            "C6f",
            "eq. 26",
            "For small ε, eq. 26 is close.",
            $"eq. 26 in units of the exact Δt at λ = {PapersSampleRatio}, ε = {small.Epsilon}",
            small.Eq26!.Value / small.Difference,
            new Tolerance(
                Math.Abs((small.Eq12 / small.Difference) - 1) / 2,
                "half of what eq. 12 is off there: the next order has to bring that much at least"
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
