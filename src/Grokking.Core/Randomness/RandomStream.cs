using Grokking.LinearAlgebra;

namespace Grokking.Randomness;

/// <summary>
/// One stream of random numbers: xoshiro256** 1.0 of Blackman and Vigna (2018), period 2²⁵⁶ − 1. A stream
/// belongs to one thread; what it gives depends only on its state and on how much was taken before.
/// </summary>
public sealed class RandomStream
{
    private Xoshiro256 _generator;

    /// <summary>A stream that starts from the given 256 bits; see <see cref="Seed.For"/> for how to get one.</summary>
    /// <exception cref="ArgumentException">All bits are zero, which the generator never leaves.</exception>
    public RandomStream(ulong a, ulong b, ulong c, ulong d)
    {
        if ((a | b | c | d) == 0)
            throw new ArgumentException("The state of xoshiro256** cannot be all zero", nameof(a));
        _generator = new(a, b, c, d);
    }

    /// <summary>Where the stream stands, for who takes much at once.</summary>
    internal Xoshiro256 Generator
    {
        get => _generator;
        set => _generator = value;
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits() => _generator.Next();

    /// <summary>Uniform on the multiples of 2⁻⁵³ in (0, 1]: 0 is never given, so that its logarithm is finite.</summary>
    public double NextUniform() => ((NextBits() >> 11) + 1) * (1.0 / (1L << 53));

    /// <summary>Fills with independent N(0, <paramref name="standardDeviation"/>²).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not finite.</exception>
    public void FillGaussian(Span<double> values, double standardDeviation = 1)
    {
        Require.NotNegative(standardDeviation, nameof(standardDeviation));
        Ziggurat.Fill(values, standardDeviation, this);
    }

    /// <summary>A matrix of independent N(0, <paramref name="standardDeviation"/>²), drawn row by row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1, or as above.</exception>
    public Matrix GaussianMatrix(int rows, int columns, double standardDeviation = 1)
    {
        var matrix = Matrix.Uninitialized(rows, columns);
        FillGaussian(matrix.Values, standardDeviation);
        return matrix;
    }
}
