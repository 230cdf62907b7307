namespace Grokking.Numerics;

/// <summary>
/// An upper estimate of the spectral radius of ∂f/∂y by a power iteration that needs only f: the Jacobian
/// times a direction v is (f(y + δv) − f(y)) / δ. The direction is kept, so that later estimates are cheap.
/// </summary>
/// <remarks>Sommeijer, Shampine &amp; Verwer 1997 (RKC), with their safety factor of 1.2.</remarks>
internal sealed class RungeKuttaSpectralRadius(RungeKuttaRightHandSide rightHandSide, int size)
{
    private const double SafetyFactor = 1.2;
    private const double RelativeChange = 0.01;
    private const int MostIterations = 50;

    private readonly double[] _direction = SomethingOfEverything(size);
    private readonly double[] _shifted = new double[size];
    private readonly double[] _derivative = new double[size];

    /// <summary>The estimate at (t, y), where f(t, y) is known already.</summary>
    /// <returns>At least 0; 0 for a right-hand side that does not depend on y.</returns>
    /// <exception cref="RungeKuttaException">f is not finite beside y, or the iteration does not settle.</exception>
    public double Estimate(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> slope)
    {
        double length = Norm(state);
        double shift = Math.ScaleB(length > 0 ? length : 1, -26); // √(machine precision) of the state
        double radius = 0;
        for (int iteration = 1; iteration <= MostIterations; iteration++)
        {
            double stretch = shift / Norm(_direction);
            for (int i = 0; i < state.Length; i++)
                _shifted[i] = state[i] + (stretch * _direction[i]);
            rightHandSide(time, _shifted, _derivative);
            for (int i = 0; i < state.Length; i++)
                _derivative[i] -= slope[i];
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

    private static double Norm(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (double value in vector)
            sum += value * value;
        return Math.Sqrt(sum);
    }

    // Multiples of the golden ratio modulo 1: no eigenvector is orthogonal to it but by a miracle, and it is
    // the same every time.
    private static double[] SomethingOfEverything(int size)
    {
        double golden = (Math.Sqrt(5) - 1) / 2;
        var direction = new double[size];
        for (int i = 0; i < size; i++)
            direction[i] = ((i + 1) * golden % 1) - 0.5;
        return direction;
    }
}
