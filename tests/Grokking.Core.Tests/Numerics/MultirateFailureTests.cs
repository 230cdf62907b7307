using Grokking.Numerics;
using static Grokking.Tests.Numerics.MultirateProblem;

namespace Grokking.Tests.Numerics;

public class MultirateFailureTests
{
    [Fact]
    public void ABlowUpOfTheSlowPartIsReportedWhereItHappens()
    {
        // y′ = y² from 1 has its pole at t = 1.
        var failure = Assert.Throws<RungeKuttaException>(() =>
            Integrate((_, _, dy) => dy.Clear(), (_, y, dy) => (dy[0], dy[1]) = (y[0] * y[0], 0), 2, _ => { })
        );

        Assert.Equal(1, failure.Time, 1e-3);
        Assert.Contains("too small", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABlowUpOfTheFastPartIsReportedWhereTheObservedSolutionEnds()
    {
        double reached = 0;
        var failure = Assert.Throws<RungeKuttaException>(() =>
            Integrate(
                (_, y, dy) => (dy[0], dy[1]) = (y[0] * y[0], 0),
                (time, _, dy) => (dy[0], dy[1]) = (0, time),
                2,
                segment => reached = segment.End
            )
        );

        Assert.Equal(reached, failure.Time);
        Assert.Contains("too small", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExhaustedBudgetIsReportedNotASilentlyShortCurve()
    {
        double reached = 0;
        var failure = Assert.Throws<RungeKuttaException>(() =>
            Integrate(
                Fast,
                Slow,
                10,
                segment => reached = segment.End,
                Options with
                {
                    MaximumEvaluations = 500,
                }
            )
        );

        Assert.Equal(reached, failure.Time);
        Assert.InRange(reached, 1e-6, 9.999);
        Assert.Contains("500 evaluations", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PartsThatAreNotNumbersAreRefused(bool isFast)
    {
        RungeKuttaRightHandSide numbers = (_, _, dy) => dy.Clear();
        RungeKuttaRightHandSide none = (_, _, dy) => dy.Fill(double.NaN);
        Assert.Throws<RungeKuttaException>(() =>
            Integrate(isFast ? none : numbers, isFast ? numbers : none, 1, _ => { })
        );
    }

    [Fact]
    public void ASlowPartThatCeasesToBeANumberStopsThere()
    {
        var failure = Assert.Throws<RungeKuttaException>(() =>
            Integrate(Fast, (time, _, dy) => dy.Fill(time > 0.5 ? double.NaN : 0), 1, _ => { })
        );

        Assert.Equal(0.5, failure.Time, 1e-9);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0, double.NaN)]
    public void TheEndMustFollowTheStart(double start, double end) =>
        Assert.Throws<ArgumentException>(() =>
            MultirateRungeKutta.Integrate(Fast, Slow, start, [1, 1], end, Options, _ => { })
        );
}
