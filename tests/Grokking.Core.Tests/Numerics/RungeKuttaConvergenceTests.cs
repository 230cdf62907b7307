using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

public class RungeKuttaConvergenceTests
{
    private static readonly RungeKuttaRightHandSide Lorentzian = (t, y, dy) =>
        dy[0] = LorentzianProblem.Slope(t, y[0]);

    private static double LorentzianError(double step, double relativeTolerance) =>
        LorentzianProblem.Error(
            step,
            relativeTolerance,
            (options, onStep) =>
                RungeKuttaChebyshev.Integrate(Lorentzian, 0, [1], LorentzianProblem.End, options, onStep)
        );

    [Fact]
    public void TheOrderIsTwo()
    {
        // A tolerance of 1 never shortens a step: the steps are the longest allowed.
        double coarse = LorentzianError(1.0 / 64, 1);
        double fine = LorentzianError(1.0 / 256, 1);

        // Third-order terms still show at these steps, hence ± 0.1.
        Assert.Equal(2, Math.Log(coarse / fine, 4), 0.1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(200)]
    public void EveryNumberOfStagesHasOrderTwo(int stages)
    {
        double Error(int steps)
        {
            var step = new RungeKuttaChebyshevStep(Lorentzian, 1);
            double[] state = [1];
            var slope = new double[1];
            for (int n = 0; n < steps; n++)
            {
                double time = 2.0 * n / steps;
                Lorentzian(time, state, slope);
                step.Take(time, 2.0 / steps, stages, state.ToArray(), slope, state);
            }
            return Math.Abs(state[0] - 0.2);
        }

        Assert.Equal(2, Math.Log(Error(64) / Error(256), 4), 0.1);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    [InlineData(1e-7)]
    [InlineData(1e-9)]
    public void TheErrorFollowsTheTolerance(double tolerance)
    {
        double error = LorentzianError(double.PositiveInfinity, tolerance);

        // A second-order method under control per step: global error ~ tolerance^{2/3}, measured prefactor 0.05.
        Assert.InRange(error, 0.001 * Math.Pow(tolerance, 2.0 / 3), 0.2 * Math.Pow(tolerance, 2.0 / 3));
    }

    [Fact]
    public void BetweenStepsTheErrorIsOfFourthOrder()
    {
        // The ends carry the method's own error, so the interpolant is judged against the exact cubic's error:
        // a step of a problem whose solution, t⁴, the cubic cannot have: error h⁴ x² (1 − x)².
        double worst = 0;
        RungeKuttaChebyshev.Integrate(
            (t, _, dy) => dy[0] = 4 * t * t * t,
            0,
            [0],
            1,
            LorentzianProblem.Tolerances(1e-6),
            segment =>
            {
                var between = new double[1];
                double h = segment.End - segment.Start;
                segment.At(segment.Start, between);
                double startError = between[0] - Math.Pow(segment.Start, 4);
                double endError = segment.EndState[0] - Math.Pow(segment.End, 4);
                foreach (double x in new[] { 0.25, 0.5, 0.8 })
                {
                    double t = segment.Start + (x * h);
                    segment.At(t, between);
                    double expected =
                        Math.Pow(t, 4)
                        - (Math.Pow(h * x * (1 - x), 2) * h * h)
                        + startError
                        + ((endError - startError) * x * x * (3 - (2 * x)));
                    worst = Math.Max(worst, Math.Abs(between[0] - expected));
                }
            }
        );

        Assert.InRange(worst, 0, 1e-14); // rounding of numbers of size 1
    }
}
