namespace Grokking.Numerics;

/// <summary>A computed number together with how wrong it may be.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">Bound on |Value − truth|, in the unit of the value; not negative.</param>
public readonly record struct Estimate(double Value, double Error)
{
    /// <summary>Error as a fraction of |Value|; 0 for an exact zero.</summary>
    public double RelativeError => Error == 0 ? 0 : Error / Math.Abs(Value);

    /// <summary>The number and its error, both multiplied by a factor that is taken as exact.</summary>
    public static Estimate operator *(double factor, Estimate estimate) =>
        new(factor * estimate.Value, Math.Abs(factor) * estimate.Error);
}
