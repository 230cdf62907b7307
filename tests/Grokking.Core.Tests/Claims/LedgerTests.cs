using Grokking.Claims;

namespace Grokking.Tests.Claims;

public class LedgerTests
{
    private static readonly Tolerance Narrow = new(0.1, "a tenth");

    [Fact]
    public void TheVerdictsAddUp()
    {
        var ledger = new Ledger(
            ["C1", "C2", "C3"],
            [
                Open("C1"),
                Open("C2a").Test(1, Measurement.Exact(1.05), Narrow),
                Open("C2b").Test(1, Measurement.Exact(2), Narrow),
                Open("C3").Test(1, new Measurement(1, 0.2), Narrow),
            ],
            [],
            []
        );
        Assert.All(ledger.Counts, count => Assert.Equal(1, count.Value));
        Assert.Equal(ledger.Claims.Count, ledger.Counts.Values.Sum());
    }

    [Fact]
    public void EveryQuestionIsAnsweredOnce()
    {
        Assert.Throws<ArgumentException>(() => new Ledger(["C1", "C2"], [Open("C1")], [], []));
        Assert.Throws<ArgumentException>(() => new Ledger(["C1"], [Open("C1"), Open("C1")], [], []));
        Assert.Throws<ArgumentException>(() => new Ledger(["C1"], [Open("C1"), Open("C10")], [], []));
        Assert.Throws<ArgumentException>(() =>
            new Ledger(["C1"], [Open("C1")], [Error("E1"), Error("E1")], [])
        );
    }

    [Fact]
    public void VerdictsThatAreNotTheAnswersToTheQuestionsDoNotAddUp()
    {
        // One answer, asked for twice: each claim has one verdict and gives two answers.
        var refusal = Assert.Throws<ArgumentException>(() => new Ledger(["C1", "C1"], [Open("C1")], [], []));
        Assert.Contains(
            "1 verdicts do not add up to the 2 answers",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void NumbersThatDecideNothingAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Open("C1").Test(1, Measurement.Exact(double.NaN), Narrow));
        Assert.Throws<ArgumentException>(() =>
            Open("C1").Test(double.PositiveInfinity, Measurement.Exact(1), Narrow)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tolerance(-1, "less than nothing"));
        Assert.Throws<ArgumentException>(() => new Tolerance(1, " "));
        Assert.Throws<ArgumentException>(() =>
            Error("E1") with
            {
                Evidence = new Dictionary<string, Measurement>(),
            }
        );
        Assert.Throws<ArgumentException>(() =>
            Error("E1") with
            {
                Evidence = new Dictionary<string, Measurement> { ["x"] = Measurement.Exact(double.NaN) },
            }
        );
        Assert.Throws<ArgumentException>(() =>
            Error("E1") with
            {
                Decision = new Decision("x", 1, double.PositiveInfinity, Measurement.Exact(1)),
            }
        );
    }

    [Fact]
    public void WhatIsReferredToIsThere()
    {
        Claim lost = Open("C1") with { Related = ["E1"] };
        Assert.Throws<ArgumentException>(() => new Ledger(["C1"], [lost], [], []));
        Assert.Throws<ArgumentException>(() =>
            new Ledger(["C1"], [Open("C1")], [], [Formula(0, null, "C2")])
        );
        Assert.Throws<ArgumentException>(() =>
            new Ledger(["C1"], [Open("C1")], [], [Formula(0, null), Formula(0, null)])
        );
        Assert.Single(new Ledger(["C1"], [lost], [Error("E1")], [Formula(0, null, "E1")]).Formulas);
    }

    // The tolerance is a tenth.
    [Theory]
    [InlineData(0.1, null, Standing.Right)]
    [InlineData(0.1, 0.2, Standing.Right)]
    [InlineData(0.2, null, Standing.Wrong)]
    [InlineData(0.2, 0.1, Standing.RightWithinDomain)]
    [InlineData(0.3, 0.2, Standing.Wrong)]
    public void AFormulaStandsByItsDeviations(double deviation, double? within, Standing expected) =>
        Assert.Equal(expected, Formula(deviation, within).Standing);

    // Printed 1, derived 2: the interval has to lie within (1.5, 2.5).
    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(1.9, 0.3, true)]
    [InlineData(1.9, 0.4, false)]
    [InlineData(1, 0, false)]
    [InlineData(3, 0, false)]
    public void AnErratumNeedsTheWholeIntervalOnItsSide(double measured, double error, bool stands) =>
        Assert.Equal(stands, new Decision("x", 1, 2, new Measurement(measured, error)).Stands);

    [Fact]
    public void WithoutAnIntervalAnErratumDoesNotStand() =>
        Assert.False(new Decision("x", 1, 2, new Measurement(2, null)).Stands);

    private static FormulaCheck Formula(double deviation, double? within, params string[] related) =>
        new()
        {
            Equation = "eq. 1",
            Printed = new Formula("1", "1"),
            Quantity = "a number",
            Domain = "everywhere",
            Deviation = deviation,
            Within = within is { } inside ? new Restriction("here", inside) : null,
            Tolerance = Narrow,
            Related = related,
        };

    private static Claim Open(string id) =>
        new()
        {
            Id = id,
            Source = "§1",
            Statement = "So it is.",
            Quantity = "a number",
            Reason = "untested",
            Command = "grokking",
            Studies = ["study"],
        };

    private static Erratum Error(string id) =>
        new()
        {
            Id = id,
            Source = "eq. 1",
            Printed = new Formula("1", "1"),
            Derived = new Formula("2", "2"),
            Decision = new Decision("x", 1, 2, Measurement.Exact(2)),
            Evidence = new Dictionary<string, Measurement> { ["x"] = Measurement.Exact(2) },
            Derivation = "Erratum.cs",
            Command = "grokking",
            Studies = ["study"],
        };
}
