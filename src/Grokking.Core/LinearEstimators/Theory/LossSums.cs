using Grokking.Numerics;

namespace Grokking.LinearEstimators.Theory;

/// <summary>The sums over modes behind one evaluation of a loss, divided by e^{2ℓ}, by the full and the coarse rule.</summary>
internal struct LossSums
{
    // What a sum of positive terms and an exponential may lose: 16 units of rounding; measured below 6.
    private const double Rounding = 16 * 1.1102230246251565e-16;

    public double LogScale;
    public double Exponent;
    public double Loss;
    public double Slope;
    public double CoarseLoss;
    public double CoarseSlope;

    /// <summary>A value with the coarse rule's distance and rounding, which grows with the exponent, as its error.</summary>
    public readonly Estimate Bounded(double value, double coarse) =>
        new(value, Math.Abs(value - coarse) + (Rounding * (1 + Exponent) * Math.Abs(value)));
}
