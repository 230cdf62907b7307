using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

public class RungeKuttaContractTests
{
    private static readonly RungeKuttaOptions Options = new()
    {
        RelativeTolerance = 1e-6,
        AbsoluteTolerance = 1e-9,
    };

    private static void Decay(double time, ReadOnlySpan<double> y, Span<double> dy)
    {
        for (int i = 0; i < y.Length; i++)
            dy[i] = -(i + 1) * y[i];
    }

    [Fact]
    public void RoundingDoesNotMoveTheStepsEnds()
    {
        Assert.Equal(Ends(1), Ends(1 + 1e-13));

        static List<double> Ends(double factor)
        {
            List<double> ends = [];
            RungeKuttaChebyshev.Integrate(
                (time, y, dy) =>
                {
                    Decay(time, y, dy);
                    dy[0] *= factor;
                },
                0,
                [1, 2],
                30,
                Options,
                segment => ends.Add(segment.End)
            );
            Assert.InRange(ends.Count, 50, 5000);
            return ends;
        }
    }

    [Fact]
    public void SegmentsMeetAndCoverTheWholeInterval()
    {
        var ends = new List<(double Start, double End)>();
        double[] previous = [1, 2];
        var statistics = RungeKuttaChebyshev.Integrate(
            Decay,
            0.5,
            [1, 2],
            3,
            Options,
            segment =>
            {
                ends.Add((segment.Start, segment.End));
                var start = new double[2];
                segment.At(segment.Start, start);
                Assert.Equal(previous, start);
                previous = segment.EndState.ToArray();
                segment.At(segment.End, start);
                Assert.Equal(previous, start);
            }
        );

        Assert.Equal(0.5, ends[0].Start);
        Assert.Equal(3, ends[^1].End);
        Assert.All(ends.Zip(ends.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Equal(ends.Count, statistics.Steps);
        Assert.Equal(Math.Exp(-2.5), previous[0], 1e-4);
    }

    [Fact]
    public void EveryEvaluationIsCountedAndTheInitialStateIsLeftAlone()
    {
        int calls = 0;
        double[] initial = [1, 1, 1];
        var statistics = RungeKuttaChebyshev.Integrate(
            (t, y, dy) =>
            {
                calls++;
                Decay(t, y, dy);
            },
            0,
            initial,
            1,
            Options,
            _ => { }
        );

        Assert.Equal(calls, statistics.Evaluations);
        Assert.Equal([1, 1, 1], initial);
    }

    [Fact]
    public void ABlowUpIsReportedWhereItHappens()
    {
        // y' = y² from 1 has its pole at t = 1.
        var failure = Assert.Throws<RungeKuttaException>(() =>
            RungeKuttaChebyshev.Integrate((_, y, dy) => dy[0] = y[0] * y[0], 0, [1], 2, Options, _ => { })
        );

        Assert.Equal(1, failure.Time, 1e-3);
        Assert.Contains("too small", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExhaustedBudgetIsReportedNotASilentlyShortCurve()
    {
        double reached = 0;
        var failure = Assert.Throws<RungeKuttaException>(() =>
            RungeKuttaChebyshev.Integrate(
                Decay,
                0,
                [1],
                10,
                Options with
                {
                    MaximumEvaluations = 50,
                },
                segment => reached = segment.End
            )
        );

        Assert.Equal(reached, failure.Time);
        Assert.InRange(reached, 1e-6, 9.999);
        Assert.Contains("50 evaluations", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARightHandSideThatIsNotANumberIsRefused() =>
        Assert.Throws<RungeKuttaException>(() =>
            RungeKuttaChebyshev.Integrate((_, _, dy) => dy[0] = double.NaN, 0, [1], 1, Options, _ => { })
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0, double.NaN)]
    public void TheEndMustFollowTheStart(double start, double end) =>
        Assert.Throws<ArgumentException>(() =>
            RungeKuttaChebyshev.Integrate(Decay, start, [1], end, Options, _ => { })
        );

    [Fact]
    public void StagesAreLimitedAndTheSolutionStaysRight()
    {
        double[] final = [];
        RungeKuttaChebyshev.Integrate(
            (_, y, dy) =>
            {
                dy[0] = -y[0];
                dy[1] = -1000 * y[1];
            },
            0,
            [1, 1],
            1,
            Options with
            {
                MaximumStages = 3,
            },
            segment => final = segment.EndState.ToArray()
        );

        Assert.Equal(Math.Exp(-1), final[0], 1e-5);
        Assert.Equal(0, final[1], 1e-7);
    }

    [Fact]
    public void AskingOutsideASegmentIsRefused() =>
        RungeKuttaChebyshev.Integrate(
            Decay,
            0,
            [1],
            1,
            Options,
            segment =>
                Assert.Throws<ArgumentOutOfRangeException>(() =>
                    segment.At(segment.End + 1e-9, new double[1])
                )
        );
}
