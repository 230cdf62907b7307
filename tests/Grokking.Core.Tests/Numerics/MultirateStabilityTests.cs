using Grokking.Numerics;
using static Grokking.Tests.Numerics.MultirateProblem;

namespace Grokking.Tests.Numerics;

public class MultirateStabilityTests
{
    [Fact]
    public void AStiffFastPartIsStableOverLongStepsAndTheSlowOneEvaluatedRarely()
    {
        // The error of a predictor is taken as though nothing damped it, which is too strict for what decays at once.
        var options = Options with
        {
            AbsoluteTolerance = 1e-6,
        };
        var (exact, _) = Whole(1e-4);
        var (whole, reference) = Whole(1);
        double[] split = [];
        var statistics = Integrate(Fast, Slow, 4, segment => split = segment.EndState.ToArray(), options);

        for (int i = 0; i < 2; i++)
            Assert.InRange(Math.Abs(split[i] / exact[i] - 1), 0, 1.5 * Math.Abs(whole[i] / exact[i] - 1));
        Assert.InRange(statistics.Fast.SpectralRadius, 1e4, 1.21e4);
        Assert.InRange(statistics.Evaluations, 10, statistics.Fast.Evaluations / 10);
        Assert.True(4.0 / statistics.Steps > 100 / 1e4); // a hundred explicit Euler steps long on average
        Assert.InRange(statistics.Evaluations, 10, reference.Evaluations / 20);

        (double[] End, RungeKuttaStatistics Statistics) Whole(double fineness)
        {
            double[] end = [];
            var cost = RungeKuttaChebyshev.Integrate(
                (time, y, dy) =>
                {
                    Fast(time, y, dy);
                    double[] slow = [0, 0];
                    Slow(time, y, slow);
                    (dy[0], dy[1]) = (dy[0] + slow[0], dy[1] + slow[1]);
                },
                0,
                [1, 1],
                4,
                new()
                {
                    RelativeTolerance = fineness * options.RelativeTolerance,
                    AbsoluteTolerance = fineness * options.AbsoluteTolerance,
                },
                segment => end = segment.EndState.ToArray()
            );
            return (end, cost);
        }
    }

    [Fact]
    public void AStepOverWhichTheSlowPartTurnsIsTriedAgainShorter()
    {
        // A pulse of area 0.1 √π that begins long after the steps have grown.
        double[] final = [];
        double end = 0;
        var statistics = Integrate(
            (_, y, dy) => (dy[0], dy[1]) = (-0.01 * y[0], 0),
            (time, _, dy) => (dy[0], dy[1]) = (0, 0.1 * Math.Exp(-Math.Pow(time - 20, 2))),
            40,
            segment =>
            {
                Assert.Equal(end, segment.Start);
                (end, final) = (segment.End, segment.EndState.ToArray());
            },
            Options with
            {
                MaximumStep = 3, // rather than step over it
            }
        );

        Assert.InRange(statistics.Rejected, 1, statistics.Steps);
        Assert.Equal(1 + (0.1 * Math.Sqrt(Math.PI)), final[1], 3e-5);
        Assert.Equal(Math.Exp(-0.4), final[0], 1e-5);
    }

    [Fact]
    public void StepsWithinLongOnesBeginAsLongAsTheLastWere()
    {
        // y = 1/(1 + t): all steps grow as t does, by nine decades.
        var whole = RungeKuttaChebyshev.Integrate(
            (_, y, dy) => dy[0] = -y[0] * y[0],
            0,
            [1],
            1e6,
            Options,
            _ => { }
        );
        var statistics = MultirateRungeKutta.Integrate(
            (_, y, dy) => dy[0] = -0.99 * y[0] * y[0],
            (_, y, dy) => dy[0] = -0.01 * y[0] * y[0],
            0,
            [1],
            1e6,
            Options,
            _ => { }
        );

        // Predictors and correctors are two, and at each end of a long step some are cut short.
        Assert.InRange((double)statistics.Fast.Steps / whole.Steps, 2, 3);
    }
}
