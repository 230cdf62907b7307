using Grokking.Numerics;
using static Grokking.Tests.Numerics.MultirateProblem;

namespace Grokking.Tests.Numerics;

public class MultirateContractTests
{
    [Fact]
    public void SegmentsMeetAndCoverTheWholeInterval()
    {
        double end = 0;
        double[] previous = [1, 1];
        int segments = 0;
        var statistics = Integrate(
            Fast,
            Slow,
            3,
            segment =>
            {
                Assert.Equal(end, segment.Start);
                var start = new double[2];
                segment.At(segment.Start, start);
                Assert.Equal(previous, start);
                (end, previous) = (segment.End, segment.EndState.ToArray());
                segments++;
            }
        );

        Assert.Equal(3, end);
        // Those within predictors are not seen.
        Assert.InRange(segments, statistics.Steps, statistics.Fast.Steps - statistics.Steps);
    }

    [Fact]
    public void EveryEvaluationIsCounted()
    {
        var (fast, slow) = (0, 0);
        double[] initial = [1, 1];
        var statistics = MultirateRungeKutta.Integrate(
            (time, y, dy) =>
            {
                fast++;
                Fast(time, y, dy);
            },
            (time, y, dy) =>
            {
                slow++;
                Slow(time, y, dy);
            },
            0,
            initial,
            1,
            Options,
            _ => { }
        );

        Assert.Equal(fast, statistics.Fast.Evaluations);
        Assert.Equal(slow, statistics.Evaluations);
        Assert.Equal(statistics.Steps + statistics.Rejected + 1, slow);
        Assert.Equal([1, 1], initial);
    }

    [Fact]
    public void RoundingDoesNotMoveTheStepsEnds()
    {
        Assert.Equal(Ends(1), Ends(1 + 1e-13));

        static List<double> Ends(double factor)
        {
            List<double> ends = [];
            Integrate(
                (time, y, dy) =>
                {
                    Fast(time, y, dy);
                    dy[0] *= factor;
                },
                (time, y, dy) =>
                {
                    Slow(time, y, dy);
                    dy[1] *= factor;
                },
                4,
                segment => ends.Add(segment.End)
            );
            Assert.InRange(ends.Count, 50, 5000);
            return ends;
        }
    }
}
