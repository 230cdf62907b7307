using System.Numerics.Tensors;

namespace Grokking.Numerics;

/// <summary>
/// An upper estimate of the spectral radius of ∂f/∂y by a power iteration that needs only f: the Jacobian
/// times a direction v is (f(y + δv) − f(y)) / δ. The direction is kept, so that later estimates are cheap.
/// </summary>
/// <remarks>
/// Sommeijer, Shampine &amp; Verwer 1997 (RKC), with their safety factor of 1.2. It begins with the slope, which
/// follows a change of sign of any coordinate: the estimate, and with it every step, does not depend on the signs of
/// eigenvectors, in which two eigensolvers may differ.
/// </remarks>
internal sealed class RungeKuttaSpectralRadius(RungeKuttaRightHandSide rightHandSide, int size)
{
    private const double SafetyFactor = 1.2;
    private const double RelativeChange = 0.01;
    private const int MostIterations = 50;

    private readonly double[] _direction = new double[size];
    private readonly double[] _shifted = new double[size];
    private readonly double[] _derivative = new double[size];

    /// <summary>The estimate at (t, y), where f(t, y) is known already.</summary>
    /// <returns>At least 0; 0 for a right-hand side that does not depend on y.</returns>
    /// <exception cref="RungeKuttaException">f is not finite beside y, or the iteration does not settle.</exception>
    public double Estimate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> slope)
    {
        double length = Norm(state);
        double shift = Math.ScaleB(length > 0 ? length : 1, -26); // √(machine precision) of the state
        if (Norm(_direction) == 0)
            Begin(slope);
        double radius = 0;
        for (int iteration = 1; iteration <= MostIterations; iteration++)
        {
            double stretch = shift / Norm(_direction);
            TensorPrimitives.MultiplyAdd(_direction, stretch, state, _shifted);
            rightHandSide(time, _shifted, _derivative);
            TensorPrimitives.Subtract(_derivative, slope, _derivative);
            double previous = radius;
            radius = Norm(_derivative) / shift;
            if (radius == 0)
                return 0;
            if (!double.IsFinite(radius))
                throw new RungeKuttaException(time, "the right-hand side is not finite beside the solution");
            _derivative.CopyTo(_direction);
            if (iteration > 1 && Math.Abs(radius - previous) <= RelativeChange * radius)
                return SafetyFactor * radius;
        }
        throw new RungeKuttaException(time, $"no spectral radius within {MostIterations} power iterations");
    }

    private static double Norm(ReadOnlySpan<double> vector) => TensorPrimitives.Norm(vector);

    // The slope, each component scaled by 1 to 2 after multiples of the golden ratio modulo 1, so that no eigenvector
    // is orthogonal to it but by a miracle; if all of the slope is 0 the multiples themselves.
    private void Begin(ReadOnlySpan<double> slope)
    {
        double golden = (Math.Sqrt(5) - 1) / 2;
        bool isAtRest = Norm(slope) == 0;
        for (int i = 0; i < slope.Length; i++)
        {
            double multiple = 1 + ((i + 1) * golden % 1);
            _direction[i] = multiple * (isAtRest ? 1 : slope[i]);
        }
    }
}
