using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>
/// Products of four long rows with five: twenty sums, or twenty factors, are what the registers of AVX-512 hold; with those of
/// AVX2 two of the four at a time, <see cref="TwoByFive"/>. All rows have the same length, a multiple of eight, and lie one
/// after the other.
/// </summary>
internal static class FourByFive
{
    /// <summary>How many numbers are handled at once.</summary>
    public const int Lanes = 8;

    /// <summary>How many rows the first operand has.</summary>
    public const int Four = 4;

    /// <summary>How many rows the second operand has.</summary>
    public const int Five = 5;

    /// <summary>The scalar products of the first of five with each of the four, then of the second, and so on.</summary>
    /// <param name="four">Four rows.</param>
    /// <param name="five">Five rows.</param>
    /// <param name="products">Receives twenty.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void Multiply(
        ReadOnlySpan<double> four,
        ReadOnlySpan<double> five,
        Span<double> products
    ) => MultiplyWith(WideVectors.Exist, four, five, products);

    /// <summary>The same to rounding, with vectors of one width or the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyWith(
        bool wide,
        ReadOnlySpan<double> four,
        ReadOnlySpan<double> five,
        Span<double> products
    )
    {
        int n = Length(four, five, products);
        ref double a = ref MemoryMarshal.GetReference(four);
        ref double b = ref MemoryMarshal.GetReference(five);
        if (!wide)
        {
            ref double p = ref MemoryMarshal.GetReference(products);
            for (int i = 0; i < Four; i += 2)
                TwoByFive.Multiply(ref Unsafe.Add(ref a, i * n), ref b, n, ref Unsafe.Add(ref p, i));
            return;
        }
        FourVectors s0 = default;
        FourVectors s1 = default;
        FourVectors s2 = default;
        FourVectors s3 = default;
        FourVectors s4 = default;
        for (int i = 0; i < n; i += Lanes)
        {
            var rows = FourVectors.Load(ref Unsafe.Add(ref a, i), n);
            s0 = s0.Plus(rows, At(ref b, i));
            s1 = s1.Plus(rows, At(ref b, n + i));
            s2 = s2.Plus(rows, At(ref b, (2 * n) + i));
            s3 = s3.Plus(rows, At(ref b, (3 * n) + i));
            s4 = s4.Plus(rows, At(ref b, (4 * n) + i));
        }
        s0.Sums().CopyTo(products);
        s1.Sums().CopyTo(products[Four..]);
        s2.Sums().CopyTo(products[(2 * Four)..]);
        s3.Sums().CopyTo(products[(3 * Four)..]);
        s4.Sums().CopyTo(products[(4 * Four)..]);
    }

    /// <summary>sums ← sums + factors · four, and then result ← keep · result + factorsᵀ · five.</summary>
    /// <param name="four">Four rows, read before the result is written, which may be the same.</param>
    /// <param name="factors">Twenty, in the order of <see cref="Multiply"/>.</param>
    /// <param name="sums">Five rows.</param>
    /// <param name="five">Five rows, other than the sums.</param>
    /// <param name="result">Four rows.</param>
    /// <param name="keep">What the result held is multiplied by it; 0 ignores it, NaN included.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void Update(
        ReadOnlySpan<double> four,
        ReadOnlySpan<double> factors,
        Span<double> sums,
        ReadOnlySpan<double> five,
        Span<double> result,
        double keep
    ) => UpdateWith(WideVectors.Exist, four, factors, sums, five, result, keep);

    /// <summary>The same to rounding, with vectors of one width or the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void UpdateWith(
        bool wide,
        ReadOnlySpan<double> four,
        ReadOnlySpan<double> factors,
        Span<double> sums,
        ReadOnlySpan<double> five,
        Span<double> result,
        double keep
    )
    {
        int n = Length(four, five, factors);
        if (Length(result, sums, factors) != n)
            throw new ArgumentException($"The result's rows are not as long as {n}", nameof(result));
        ref double a = ref MemoryMarshal.GetReference(four);
        ref double b = ref MemoryMarshal.GetReference(five);
        ref double s = ref MemoryMarshal.GetReference(sums);
        ref double c = ref MemoryMarshal.GetReference(result);
        ref double f = ref MemoryMarshal.GetReference(factors);
        if (!wide)
        {
            for (int i = 0; i < Four; i += 2)
                TwoByFive.Update(
                    ref Unsafe.Add(ref a, i * n),
                    ref Unsafe.Add(ref f, i),
                    ref s,
                    ref b,
                    ref Unsafe.Add(ref c, i * n),
                    n,
                    keep
                );
            return;
        }
        var f0 = FourVectors.Factors(ref f);
        var f1 = FourVectors.Factors(ref Unsafe.Add(ref f, Four));
        var f2 = FourVectors.Factors(ref Unsafe.Add(ref f, 2 * Four));
        var f3 = FourVectors.Factors(ref Unsafe.Add(ref f, 3 * Four));
        var f4 = FourVectors.Factors(ref Unsafe.Add(ref f, 4 * Four));
        var kept = Vector512.Create(keep);
        for (int i = 0; i < n; i += Lanes)
        {
            var rows = FourVectors.Load(ref Unsafe.Add(ref a, i), n);
            rows.AddedTo(At(ref s, i), f0).StoreUnsafe(ref s, (nuint)i);
            rows.AddedTo(At(ref s, n + i), f1).StoreUnsafe(ref s, (nuint)(n + i));
            rows.AddedTo(At(ref s, (2 * n) + i), f2).StoreUnsafe(ref s, (nuint)((2 * n) + i));
            rows.AddedTo(At(ref s, (3 * n) + i), f3).StoreUnsafe(ref s, (nuint)((3 * n) + i));
            rows.AddedTo(At(ref s, (4 * n) + i), f4).StoreUnsafe(ref s, (nuint)((4 * n) + i));
            var before = keep == 0 ? default : FourVectors.Load(ref Unsafe.Add(ref c, i), n).Times(kept);
            before
                .Plus(f0, At(ref b, i))
                .Plus(f1, At(ref b, n + i))
                .Plus(f2, At(ref b, (2 * n) + i))
                .Plus(f3, At(ref b, (3 * n) + i))
                .Plus(f4, At(ref b, (4 * n) + i))
                .Store(ref Unsafe.Add(ref c, i), n);
        }
    }

    // Beyond this check nothing tests bounds.
    private static int Length(
        ReadOnlySpan<double> four,
        ReadOnlySpan<double> five,
        ReadOnlySpan<double> twenty
    )
    {
        int n = four.Length / Four;
        return
            four.Length == Four * n
            && five.Length == Five * n
            && n % Lanes == 0
            && twenty.Length == Four * Five
            ? n
            : throw new ArgumentException(
                $"{four.Length} and {five.Length} are not four and five rows of a multiple of {Lanes}, or {twenty.Length} is not 20",
                nameof(four)
            );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double start, int offset) =>
        Vector512.LoadUnsafe(ref start, (nuint)offset);
}
