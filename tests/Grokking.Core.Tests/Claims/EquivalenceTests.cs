using System.Text.Json;
using System.Text.Json.Serialization;
using Grokking.Claims;
using Grokking.Curves;

namespace Grokking.Tests.Claims;

public class EquivalenceTests
{
    // Bands and intervals worked out by hand: predicted 10 ± 2 is [8, 12], borders included.
    [Theory]
    [InlineData(10.5, 1.0, Verdict.Holds)] // [9.5, 11.5]
    [InlineData(11.0, 1.0, Verdict.Holds)] // [10, 12]
    [InlineData(11.5, 1.0, Verdict.Inconclusive)] // [10.5, 12.5]
    [InlineData(8.5, 1.0, Verdict.Inconclusive)] // [7.5, 9.5]
    [InlineData(13.0, 1.0, Verdict.Inconclusive)] // [12, 14] touches the border
    [InlineData(13.5, 1.0, Verdict.Fails)] // [12.5, 14.5]
    [InlineData(6.5, 1.0, Verdict.Fails)] // [5.5, 7.5]
    [InlineData(10.0, 3.0, Verdict.Inconclusive)] // the band lies within [7, 13]: too few replicas to tell
    [InlineData(12.0, 0.0, Verdict.Holds)]
    [InlineData(12.5, 0.0, Verdict.Fails)]
    public void TheIntervalIsComparedWithTheBand(double measured, double uncertainty, Verdict expected) =>
        Assert.Equal(expected, Equivalence.Test(10, measured, uncertainty, 2));

    [Fact]
    public void WhatIsUnknownDecidesNothing()
    {
        Assert.Equal(Verdict.Inconclusive, Equivalence.Test(10, 10, null, 2));
        Assert.Equal(Verdict.NotTested, Equivalence.Test(10, null, 1, 2));
        Assert.Equal(Verdict.NotTested, Equivalence.Test(null, 10, 1, 2));
        Assert.Equal(Verdict.NotTested, Equivalence.Test(10, 10, 1, null));
    }

    [Fact]
    public void ReplicasHaveStudentsInterval()
    {
        var measured = Measurement.Of([1.0, 2, 3, 4]);
        Assert.Equal(2.5, measured.Value);
        // s = √(5/3), standard error s/2, and t = 3.182446305 at 97.5 % with three degrees of freedom, from a table.
        Assert.Equal(3.182446305 * Math.Sqrt(5.0 / 3) / 2, measured.Uncertainty!.Value, 1e-8);
        Assert.Equal(measured.Uncertainty.Value / 10, measured.In(-10).Uncertainty!.Value, 1e-15);
        Assert.Null(Measurement.Of([7.0]).Uncertainty);
    }

    [Fact]
    public void CountsThatAllAgreeStillHaveAnInterval()
    {
        // None of 10 × 500 failed: the failure rate below which that has a chance of 2.5 % is 1 − 0.025^{1/5000}.
        double rate = 1 - Math.Pow(0.025, 1 / 5000.0);
        var all = Measurement.OfFraction(new SampleSummary(10, 1, 0), samples: 500);
        Assert.Equal(rate, all.Uncertainty!.Value, 1e-12);
        var none = Measurement.OfFraction(new SampleSummary(10, 0, 0), samples: 500);
        Assert.Equal(rate, none.Uncertainty!.Value, 1e-12);
        // Where the replicas differ by more than counts would, Student's interval is the wider.
        var uneven = new SampleSummary(10, 0.5, 0.2);
        Assert.Equal(Measurement.Of(uneven), Measurement.OfFraction(uneven, samples: 500));
    }

    [Fact]
    public void AQuotientAddsRelativeErrorsInQuadrature()
    {
        Measurement quotient = new Measurement(12, 0.36).Over(new Measurement(4, 0.16)); // 3 % and 4 %
        Assert.Equal(3, quotient.Value);
        Assert.Equal(0.15, quotient.Uncertainty!.Value, 1e-15);
        Assert.Null(new Measurement(1, null).Over(new Measurement(1, 0)).Uncertainty);
    }

    [Fact]
    public void TheWorstReachesFarthest()
    {
        Measurement[] all = [new(1.2, 0.1), new(0.9, 0.5), new(1.3, 0)];
        Assert.Equal(new Measurement(0.9, 0.5), Measurement.Worst(all, predicted: 1));
        Assert.Equal(new Measurement(1.0, null), Measurement.Worst([.. all, new(1.0, null)], predicted: 1));
    }

    [Theory]
    [InlineData(Verdict.Holds, "\"holds\"")]
    [InlineData(Verdict.Fails, "\"fails\"")]
    [InlineData(Verdict.Inconclusive, "\"inconclusive\"")]
    [InlineData(Verdict.NotTested, "\"not-tested\"")]
    public void VerdictsAreWrittenInWords(Verdict verdict, string expected)
    {
        var options = new JsonSerializerOptions
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
        Assert.Equal(expected, JsonSerializer.Serialize(verdict, options));
    }
}
