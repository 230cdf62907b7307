using Grokking.Numerics;

namespace Grokking.Tests.Numerics;

public class RungeKuttaStabilityTests
{
    private const int Points = 100;

    // The heat equation on (0, 1) with the values 0 at both ends: eigenvalues −4 n² sin²(kπ/2n), n = Points + 1.
    private static void Heat(double time, ReadOnlySpan<double> u, Span<double> du)
    {
        double n2 = (Points + 1.0) * (Points + 1);
        for (int i = 0; i < Points; i++)
        {
            double left = i > 0 ? u[i - 1] : 0;
            double right = i < Points - 1 ? u[i + 1] : 0;
            du[i] = n2 * (left - (2 * u[i]) + right);
        }
    }

    private static double Eigenvalue(int k) =>
        -4 * Math.Pow((Points + 1) * Math.Sin(k * Math.PI / (2 * (Points + 1))), 2);

    private static double Eigenvector(int k, int i) => Math.Sin(k * Math.PI * (i + 1) / (Points + 1));

    [Fact]
    public void AStiffLinearProblemTakesFarFewerEvaluationsThanEulerSteps()
    {
        double[] initial =
        [
            .. Enumerable.Range(0, Points).Select(i => Eigenvector(1, i) + Eigenvector(90, i)),
        ];
        double[] final = [];
        var statistics = RungeKuttaChebyshev.Integrate(
            Heat,
            0,
            initial,
            0.5,
            new() { RelativeTolerance = 1e-4, AbsoluteTolerance = 1e-7 },
            segment => final = segment.EndState.ToArray()
        );

        double decay = Math.Exp(0.5 * Eigenvalue(1));
        for (int i = 0; i < Points; i++)
        {
            // Every step may add the relative tolerance to a mode that decays throughout.
            Assert.Equal(decay * Eigenvector(1, i), final[i], statistics.Steps * 1e-4 * decay);
        }

        double eulerSteps = 0.5 * -Eigenvalue(Points) / 2;
        Assert.InRange(statistics.Evaluations, 1, eulerSteps / 5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(300)]
    public void NoDecayingModeGrowsAndOnlyWeaklyDampedOnesComeClose(int stages)
    {
        double reach = RungeKuttaChebyshevStep.StiffnessFor(stages);
        double most = 0;
        for (int i = 1; i <= 2000; i++)
        {
            double z = -reach * i / 2000;
            var step = new RungeKuttaChebyshevStep((_, y, dy) => dy[0] = z * y[0], 1);
            var result = new double[1];
            step.Take(0, 1, stages, [1], [z], result);
            if (-z > 1)
                most = Math.Max(most, Math.Abs(result[0]));
        }

        // Damping ε = 2/13 leaves 1 − ε/3 at the crests of the stability polynomial, a little more at few stages.
        Assert.InRange(most, 0.3, 1 - (2.0 / 13 / 3) + 0.01);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void TheFewestStagesThatReachAreChosen(int stages)
    {
        double reach = RungeKuttaChebyshevStep.StiffnessFor(stages);

        Assert.Equal(stages, RungeKuttaChebyshevStep.StagesFor(reach * 0.999));
        Assert.Equal(stages + 1, RungeKuttaChebyshevStep.StagesFor(reach * 1.001));
    }

    [Fact]
    public void TheSpectralRadiusIsThatOfTheMatrixWithItsSafetyFactor()
    {
        double[] state = [.. Enumerable.Range(0, Points).Select(i => Eigenvector(1, i))];
        var slope = new double[Points];
        Heat(0, state, slope);

        double radius = new RungeKuttaSpectralRadius(Heat, Points).Estimate(0, state, slope);

        // The power iteration stops within a few per cent below; the safety factor is 1.2.
        Assert.InRange(radius / -Eigenvalue(Points), 1.05, 1.2001);
    }

    [Fact]
    public void AnIndependentRightHandSideHasNoSpectralRadius() =>
        Assert.Equal(0, new RungeKuttaSpectralRadius((t, _, dy) => dy[0] = t, 1).Estimate(2, [5], [2]));
}
