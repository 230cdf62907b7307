using System.Numerics.Tensors;
using Grokking.LinearEstimators.Parameters;
using Grokking.Numerics;
using MathNet.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>
/// How far each mode ν has relaxed at time t: D = a S(0) − b T with a = e^{−κ(ν)t} and b = (ν a + g)/(ν + g), and
/// b = a without weight decay.
/// </summary>
/// <remarks>
/// Both are returned divided by e^ℓ, the size of the largest at that time, so that ratios of losses exist long
/// after the losses themselves have underflowed.
/// </remarks>
internal sealed class Relaxation
{
    // Stands for the infinite rate of a mode that one step of descent takes to its limit; 0 · ∞ would be NaN.
    private const double Immediate = 1e150;

    private readonly double slowest;
    private readonly double[] excess;
    private readonly double[] rates;
    private readonly double[] free;
    private readonly double[] held; // g/(ν + g), as a fraction of the largest
    private readonly double largestHeld;
    private readonly double logLargestHeld;

    public Relaxation(double[] nodes, OneLayerParameters parameters, Dynamics dynamics)
    {
        double g = parameters.DecayShift;
        double step = 2 * parameters.LearningRate / parameters.OutputDimension;
        double largest = step * (TensorPrimitives.Max<double>(nodes) + g);
        if (dynamics == Dynamics.Descent && largest >= 2)
            throw new ArgumentOutOfRangeException(
                nameof(parameters),
                $"the learning rate is too large: 2η(ν + γ/2)/d_out is {largest:R} at the largest eigenvalue and "
                    + "gradient descent diverges; allowed: [0, 2)"
            );
        Nodes = nodes;
        double lowest = TensorPrimitives.Min<double>(nodes) + g;
        (held, free, rates) = (new double[nodes.Length], new double[nodes.Length], new double[nodes.Length]);
        for (int i = 0; i < nodes.Length; i++)
        {
            double shifted = nodes[i] + g;
            held[i] = g > 0 ? lowest / shifted : 0;
            free[i] =
                nodes[i] > 0 ? nodes[i] / shifted
                : g > 0 ? 0
                : 1;
            rates[i] = Rate(step * shifted, dynamics);
        }
        slowest = TensorPrimitives.Min<double>(rates);
        excess = new double[nodes.Length];
        TensorPrimitives.Subtract(rates, slowest, excess);
        largestHeld = g > 0 ? g / lowest : 0;
        logLargestHeld = Math.Log(largestHeld);
    }

    /// <summary>ν of each mode.</summary>
    public double[] Nodes { get; }

    /// <summary>κ of each mode, per epoch.</summary>
    public ReadOnlySpan<double> Rates => rates;

    /// <summary>db/da = ν/(ν + g) of each mode, in [0, 1].</summary>
    public ReadOnlySpan<double> Free => free;

    /// <summary>ℓ at time t.</summary>
    public double LogScale(double time) => Math.Max(-slowest * time, logLargestHeld);

    /// <summary>The exponent of the slowest mode: what rounding of the exponentials grows with.</summary>
    public double Exponent(double time) => slowest * time;

    /// <summary>a and b, both divided by e^ℓ, of as many modes as fit, from the given one on.</summary>
    public void Amplitudes(double time, int from, Span<double> student, Span<double> teacher)
    {
        double logScale = LogScale(time);
        int count = student.Length;
        TensorPrimitives.Multiply(excess.AsSpan(from, count), -time, student);
        Exponentials.Exp(student);
        TensorPrimitives.Multiply(student, Math.Exp((-slowest * time) - logScale), student);
        TensorPrimitives.Multiply(held.AsSpan(from, count), Math.Exp(logLargestHeld - logScale), teacher);
        TensorPrimitives.MultiplyAdd(free.AsSpan(from, count), student, teacher, teacher);
    }

    /// <summary>(a² + b²)/2 of one mode as t → ∞.</summary>
    public double FinalFactor(int mode)
    {
        double teacher = held[mode] * largestHeld;
        return rates[mode] == 0 ? 1 : 0.5 * teacher * teacher;
    }

    /// <param name="step">2η(ν + g)/d_out, what one step of descent takes from a mode.</param>
    /// <param name="dynamics">How time passes.</param>
    private static double Rate(double step, Dynamics dynamics)
    {
        if (dynamics == Dynamics.Flow)
            return step;
        if (step == 1)
            return Immediate;
        // Between −1 and 0 the multiplier alternates in sign; |1 − step|^t interpolates its even steps.
        return step < 1 ? -SpecialFunctions.Log1p(-step) : -Math.Log(step - 1);
    }
}
