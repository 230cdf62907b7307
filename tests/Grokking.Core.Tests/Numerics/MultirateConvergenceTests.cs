using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

public class MultirateConvergenceTests
{
    // In two parts, of which each depends on y, is not linear and needs the right time.
    private static void Fast(double time, ReadOnlySpan<double> y, Span<double> dy) =>
        dy[0] = LorentzianProblem.Slope(time, y[0]) - Slow(time, y[0]);

    private static void Slow(double time, ReadOnlySpan<double> y, Span<double> dy) =>
        dy[0] = Slow(time, y[0]);

    private static double Slow(double time, double y) => 0.1 * Math.Cos(time) * y * y;

    private static double Error(double step, double tolerance) =>
        LorentzianProblem.Error(
            step,
            tolerance,
            (options, onStep) =>
                MultirateRungeKutta.Integrate(Fast, Slow, 0, [1], LorentzianProblem.End, options, onStep)
        );

    [Fact]
    public void TheOrderIsTwo()
    {
        // A tolerance of 1 never shortens a step: long steps and the one within each are the longest allowed.
        double coarse = Error(1.0 / 64, 1);
        double fine = Error(1.0 / 256, 1);

        Assert.Equal(2, Math.Log(coarse / fine, 4), 0.1);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    [InlineData(1e-7)]
    [InlineData(1e-9)]
    public void TheErrorFollowsTheTolerance(double tolerance)
    {
        double error = Error(double.PositiveInfinity, tolerance);

        // As of Runge–Kutta–Chebyshev alone on the same problem.
        Assert.InRange(error, 0.001 * Math.Pow(tolerance, 2.0 / 3), 0.2 * Math.Pow(tolerance, 2.0 / 3));
    }

    [Fact]
    public void TheSlowPartAloneConvergesWithTheTolerance()
    {
        // y′ = −y without a fast part: error ~ tolerance^{2/3} in ~ tolerance^{−1/3} steps.
        var (coarse, coarseError) = Run(1e-4);
        var (fine, fineError) = Run(1e-7);
        Assert.InRange((double)fine / coarse, 6, 14);
        Assert.InRange(coarseError / fineError, 30, 300);

        static (int Evaluations, double Error) Run(double tolerance)
        {
            double final = double.NaN;
            var statistics = MultirateRungeKutta.Integrate(
                (_, _, dy) => dy[0] = 0,
                (_, y, dy) => dy[0] = -y[0],
                0,
                [1],
                4,
                LorentzianProblem.Tolerances(tolerance),
                segment => final = segment.EndState[0]
            );
            return (statistics.Evaluations, Math.Abs(final - Math.Exp(-4)));
        }
    }

    [Fact]
    public void ASlowPartThatIsLinearInTimeIsExact()
    {
        double worst = 0;
        var statistics = MultirateRungeKutta.Integrate(
            (_, _, dy) => dy[0] = 0,
            (t, _, dy) => dy[0] = 1 + (2 * t),
            0,
            [0],
            3,
            LorentzianProblem.Tolerances(1e-6),
            segment =>
                worst = Math.Max(worst, Math.Abs(segment.EndState[0] - (segment.End * (1 + segment.End))))
        );

        Assert.InRange(worst, 0, 1e-13);
        Assert.InRange(statistics.Evaluations, 4, 12); // nothing but the first step has an error
    }

    [Fact]
    public void TheEstimateIsThePredictorsErrorWhereNothingDamps()
    {
        // r = t³ at 0, 1 and 3: the line through the first two is t, the parabola through all three 4t² − 3t.
        var polynomial = new MultiratePolynomial(1);
        polynomial.Begin(0)[0] = 0;
        polynomial.Propose(1)[0] = 1;
        double[] error = [double.NaN];
        polynomial.PredictionError(error);
        Assert.Equal(0.5, error[0], 1e-14); // ∫₀¹ t dt: what was predicted is the constant 0
        polynomial.Accept();
        polynomial.Propose(2)[0] = 100; // thrown away
        polynomial.Propose(3)[0] = 27;

        Assert.Equal(2, At(2, corrected: false), 1e-13);
        Assert.Equal(10, At(2, corrected: true), 1e-13);
        polynomial.PredictionError(error);
        // ∫₁³ (4t² − 4t) dt.
        Assert.Equal((4 * 26.0 / 3) - 16, error[0], 1e-13);
        polynomial.Accept();
        Assert.Equal(14, At(2, corrected: false), 1e-13); // the line from (1, 1) to (3, 27)

        double At(double time, bool corrected)
        {
            double[] sum = [0];
            polynomial.AddTo(sum, time, corrected);
            return sum[0];
        }
    }
}
