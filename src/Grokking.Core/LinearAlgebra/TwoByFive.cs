using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>
/// Half of what <see cref="FourByFive"/> does, two long rows with five: ten sums, or ten factors, leave room for their operands
/// in the sixteen registers of AVX2. Nothing is checked here.
/// </summary>
internal static class TwoByFive
{
    // Of five rows' products with four, which lie side by side.
    private const int Stride = FourByFive.Four;

    /// <summary>The products of two rows with each of five: two numbers, and again <see cref="FourByFive.Four"/> further on.</summary>
    /// <param name="a">Where the first of two rows begins.</param>
    /// <param name="b">Where the first of five begins.</param>
    /// <param name="n">How long rows are, and from where one begins to where the next does.</param>
    /// <param name="products">Where the first two are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ref double a, ref double b, int n, ref double products)
    {
        Sums s0 = default;
        Sums s1 = default;
        Sums s2 = default;
        Sums s3 = default;
        Sums s4 = default;
        for (int i = 0; i < n; i += Vector256<double>.Count)
        {
            var (first, second) = (At(ref a, i), At(ref a, n + i));
            s0 = s0.Plus(first, second, At(ref b, i));
            s1 = s1.Plus(first, second, At(ref b, n + i));
            s2 = s2.Plus(first, second, At(ref b, (2 * n) + i));
            s3 = s3.Plus(first, second, At(ref b, (3 * n) + i));
            s4 = s4.Plus(first, second, At(ref b, (4 * n) + i));
        }
        s0.Store(ref products);
        s1.Store(ref Unsafe.Add(ref products, Stride));
        s2.Store(ref Unsafe.Add(ref products, 2 * Stride));
        s3.Store(ref Unsafe.Add(ref products, 3 * Stride));
        s4.Store(ref Unsafe.Add(ref products, 4 * Stride));
    }

    /// <summary>sums ← sums + factors · two, and then result ← keep · result + factorsᵀ · five.</summary>
    /// <param name="a">Where the first of two rows begins.</param>
    /// <param name="factors">Ten, as <see cref="Multiply"/> writes them.</param>
    /// <param name="sums">Where the first of five rows begins.</param>
    /// <param name="b">Where the first of five others begins.</param>
    /// <param name="result">Where the first of two rows begins; may be <paramref name="a"/>.</param>
    /// <param name="n">How long rows are, and from where one begins to where the next does.</param>
    /// <param name="keep">What the result held is multiplied by it; 0 ignores it, NaN included.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(
        ref double a,
        ref double factors,
        ref double sums,
        ref double b,
        ref double result,
        int n,
        double keep
    )
    {
        var f0 = Factors(ref factors);
        var f1 = Factors(ref Unsafe.Add(ref factors, Stride));
        var f2 = Factors(ref Unsafe.Add(ref factors, 2 * Stride));
        var f3 = Factors(ref Unsafe.Add(ref factors, 3 * Stride));
        var f4 = Factors(ref Unsafe.Add(ref factors, 4 * Stride));
        for (int i = 0; i < n; i += Vector256<double>.Count)
        {
            var (first, second) = (At(ref a, i), At(ref a, n + i));
            f0.AddTo(ref sums, i, first, second);
            f1.AddTo(ref sums, n + i, first, second);
            f2.AddTo(ref sums, (2 * n) + i, first, second);
            f3.AddTo(ref sums, (3 * n) + i, first, second);
            f4.AddTo(ref sums, (4 * n) + i, first, second);
            Sums after = keep == 0 ? default : new(keep * At(ref result, i), keep * At(ref result, n + i));
            after = after
                .Plus(f0.First, f0.Second, At(ref b, i))
                .Plus(f1.First, f1.Second, At(ref b, n + i))
                .Plus(f2.First, f2.Second, At(ref b, (2 * n) + i))
                .Plus(f3.First, f3.Second, At(ref b, (3 * n) + i))
                .Plus(f4.First, f4.Second, At(ref b, (4 * n) + i));
            after.First.StoreUnsafe(ref result, (nuint)i);
            after.Second.StoreUnsafe(ref result, (nuint)(n + i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> At(ref double start, int offset) =>
        Vector256.LoadUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Sums Factors(ref double start) =>
        new(Vector256.Create(start), Vector256.Create(Unsafe.Add(ref start, 1)));

    /// <summary>A vector for each of two rows.</summary>
    private readonly record struct Sums(Vector256<double> First, Vector256<double> Second)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sums Plus(Vector256<double> first, Vector256<double> second, Vector256<double> other) =>
            new(
                Vector256.MultiplyAddEstimate(first, other, First),
                Vector256.MultiplyAddEstimate(second, other, Second)
            );

        /// <summary>A vector plus two others, each times one of these.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddTo(ref double start, int offset, Vector256<double> first, Vector256<double> second) =>
            Vector256
                .MultiplyAddEstimate(
                    second,
                    Second,
                    Vector256.MultiplyAddEstimate(first, First, At(ref start, offset))
                )
                .StoreUnsafe(ref start, (nuint)offset);

        /// <summary>The sums of the four numbers of each.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(ref double start)
        {
            start = Vector256.Sum(First);
            Unsafe.Add(ref start, 1) = Vector256.Sum(Second);
        }
    }
}
