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
            []
        );
        Assert.All(ledger.Counts, count => Assert.Equal(1, count.Value));
        Assert.Equal(ledger.Claims.Count, ledger.Counts.Values.Sum());
    }

    [Fact]
    public void EveryQuestionIsAnsweredOnce()
    {
        Assert.Throws<ArgumentException>(() => new Ledger(["C1", "C2"], [Open("C1")], []));
        Assert.Throws<ArgumentException>(() => new Ledger(["C1"], [Open("C1"), Open("C1")], []));
        Assert.Throws<ArgumentException>(() => new Ledger(["C1"], [Open("C1"), Open("C10")], []));
        Assert.Throws<ArgumentException>(() => new Ledger(["C1"], [Open("C1")], [Error("E1"), Error("E1")]));
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
                Evidence = new Dictionary<string, double>(),
            }
        );
        Assert.Throws<ArgumentException>(() =>
            Error("E1") with
            {
                Evidence = new Dictionary<string, double> { ["x"] = double.NaN },
            }
        );
    }

    private static Claim Open(string id) =>
        new()
        {
            Id = id,
            Source = "§1",
            Statement = "So it is.",
            Quantity = "a number",
            Reason = "untested",
            Command = "grokking",
        };

    private static Erratum Error(string id) =>
        new()
        {
            Id = id,
            Source = "eq. 1",
            Printed = new Formula("1", "1"),
            Derived = new Formula("2", "2"),
            Evidence = new Dictionary<string, double> { ["x"] = 1 },
            Command = "grokking",
        };
}
