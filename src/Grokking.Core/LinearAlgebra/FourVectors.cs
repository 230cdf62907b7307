using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Grokking.LinearAlgebra;

/// <summary>Four vectors of eight numbers, in registers: one of each of four rows, or four factors, each eight times.</summary>
internal readonly record struct FourVectors(
    Vector512<double> First,
    Vector512<double> Second,
    Vector512<double> Third,
    Vector512<double> Fourth
)
{
    /// <summary>A vector of each of four rows.</summary>
    /// <param name="start">Where the first row's begins.</param>
    /// <param name="stride">From one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourVectors Load(ref double start, int stride) =>
        new(
            Vector512.LoadUnsafe(ref start),
            Vector512.LoadUnsafe(ref start, (nuint)stride),
            Vector512.LoadUnsafe(ref start, (nuint)(2 * stride)),
            Vector512.LoadUnsafe(ref start, (nuint)(3 * stride))
        );

    /// <summary>Four factors that follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourVectors Factors(ref double start) =>
        new(
            Vector512.Create(start),
            Vector512.Create(Unsafe.Add(ref start, 1)),
            Vector512.Create(Unsafe.Add(ref start, 2)),
            Vector512.Create(Unsafe.Add(ref start, 3))
        );

    /// <summary>Writes them where <see cref="Load"/> reads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double start, int stride)
    {
        First.StoreUnsafe(ref start);
        Second.StoreUnsafe(ref start, (nuint)stride);
        Third.StoreUnsafe(ref start, (nuint)(2 * stride));
        Fourth.StoreUnsafe(ref start, (nuint)(3 * stride));
    }

    /// <summary>Each times a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FourVectors Times(Vector512<double> factor) =>
        new(factor * First, factor * Second, factor * Third, factor * Fourth);

    /// <summary>These plus four others, each times the same vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FourVectors Plus(FourVectors others, Vector512<double> factor) =>
        new(
            Vector512.MultiplyAddEstimate(others.First, factor, First),
            Vector512.MultiplyAddEstimate(others.Second, factor, Second),
            Vector512.MultiplyAddEstimate(others.Third, factor, Third),
            Vector512.MultiplyAddEstimate(others.Fourth, factor, Fourth)
        );

    /// <summary>A vector plus these, each times its own factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> AddedTo(Vector512<double> sum, FourVectors factors)
    {
        sum = Vector512.MultiplyAddEstimate(First, factors.First, sum);
        sum = Vector512.MultiplyAddEstimate(Second, factors.Second, sum);
        sum = Vector512.MultiplyAddEstimate(Third, factors.Third, sum);
        return Vector512.MultiplyAddEstimate(Fourth, factors.Fourth, sum);
    }

    /// <summary>The sums of the eight numbers of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Sums() => Sums(Avx.IsSupported);

    /// <summary>The same sums, with this processor's instructions or with what every one has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<double> Sums(bool withAvx)
    {
        var (a, b, c, d) = (Half(First), Half(Second), Half(Third), Half(Fourth));
        if (!withAvx)
            return Vector256.Create(Vector256.Sum(a), Vector256.Sum(b), Vector256.Sum(c), Vector256.Sum(d));
        // Neighbours in a and b take turns, and those in c and d; then lower halves and upper halves meet.
        var (ab, cd) = (Avx.HorizontalAdd(a, b), Avx.HorizontalAdd(c, d));
        return Avx.Permute2x128(ab, cd, 0x20) + Avx.Permute2x128(ab, cd, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Half(Vector512<double> vector) => vector.GetLower() + vector.GetUpper();
}
