using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// Products of two long rows with five: what fits the registers. All rows have the same length, a multiple of eight, and lie one
/// after the other.
/// </summary>
internal static class TwoByFive
{
    /// <summary>How many numbers are handled at once.</summary>
    public const int Lanes = 8;

    /// <summary>The ten scalar products, those of the first row in <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ReadOnlySpan<double> two,
        ReadOnlySpan<double> five,
        Span<double> first,
        Span<double> second
    )
    {
        int length = Length(two, five);
        ref double a = ref MemoryMarshal.GetReference(two);
        ref double b = ref MemoryMarshal.GetReference(five);
        Vector512<double> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default,
            a4 = default;
        Vector512<double> b0 = default,
            b1 = default,
            b2 = default,
            b3 = default,
            b4 = default;
        for (int i = 0; i < length; i += Lanes)
        {
            var (upper, lower) = (At(ref a, i), At(ref a, length + i));
            var column = At(ref b, i);
            a0 = Vector512.MultiplyAddEstimate(upper, column, a0);
            b0 = Vector512.MultiplyAddEstimate(lower, column, b0);
            column = At(ref b, length + i);
            a1 = Vector512.MultiplyAddEstimate(upper, column, a1);
            b1 = Vector512.MultiplyAddEstimate(lower, column, b1);
            column = At(ref b, (2 * length) + i);
            a2 = Vector512.MultiplyAddEstimate(upper, column, a2);
            b2 = Vector512.MultiplyAddEstimate(lower, column, b2);
            column = At(ref b, (3 * length) + i);
            a3 = Vector512.MultiplyAddEstimate(upper, column, a3);
            b3 = Vector512.MultiplyAddEstimate(lower, column, b3);
            column = At(ref b, (4 * length) + i);
            a4 = Vector512.MultiplyAddEstimate(upper, column, a4);
            b4 = Vector512.MultiplyAddEstimate(lower, column, b4);
        }
        Write(first, a0, a1, a2, a3, a4);
        Write(second, b0, b1, b2, b3, b4);
    }

    /// <summary>five ← five + firstᵀ · (first of two) + secondᵀ · (second of two), five factors each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(
        Span<double> five,
        ReadOnlySpan<double> two,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second
    )
    {
        int length = Length(two, five);
        ref double a = ref MemoryMarshal.GetReference(two);
        ref double b = ref MemoryMarshal.GetReference(five);
        var f0 = Vector512.Create(first[0]);
        var f1 = Vector512.Create(first[1]);
        var f2 = Vector512.Create(first[2]);
        var f3 = Vector512.Create(first[3]);
        var f4 = Vector512.Create(first[4]);
        var s0 = Vector512.Create(second[0]);
        var s1 = Vector512.Create(second[1]);
        var s2 = Vector512.Create(second[2]);
        var s3 = Vector512.Create(second[3]);
        var s4 = Vector512.Create(second[4]);
        for (int i = 0; i < length; i += Lanes)
        {
            var (upper, lower) = (At(ref a, i), At(ref a, length + i));
            Add(ref b, i, upper, f0, lower, s0);
            Add(ref b, length + i, upper, f1, lower, s1);
            Add(ref b, (2 * length) + i, upper, f2, lower, s2);
            Add(ref b, (3 * length) + i, upper, f3, lower, s3);
            Add(ref b, (4 * length) + i, upper, f4, lower, s4);
        }
    }

    /// <summary>two ← keep · two + factors · five, the first row with <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine(
        Span<double> two,
        double keep,
        ReadOnlySpan<double> five,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second
    )
    {
        int length = Length(two, five);
        ref double a = ref MemoryMarshal.GetReference(two);
        ref double b = ref MemoryMarshal.GetReference(five);
        var f0 = Vector512.Create(first[0]);
        var f1 = Vector512.Create(first[1]);
        var f2 = Vector512.Create(first[2]);
        var f3 = Vector512.Create(first[3]);
        var f4 = Vector512.Create(first[4]);
        var s0 = Vector512.Create(second[0]);
        var s1 = Vector512.Create(second[1]);
        var s2 = Vector512.Create(second[2]);
        var s3 = Vector512.Create(second[3]);
        var s4 = Vector512.Create(second[4]);
        var kept = Vector512.Create(keep);
        for (int i = 0; i < length; i += Lanes)
        {
            var (upper, lower) = (kept * At(ref a, i), kept * At(ref a, length + i));
            var row = At(ref b, i);
            upper = Vector512.MultiplyAddEstimate(row, f0, upper);
            lower = Vector512.MultiplyAddEstimate(row, s0, lower);
            row = At(ref b, length + i);
            upper = Vector512.MultiplyAddEstimate(row, f1, upper);
            lower = Vector512.MultiplyAddEstimate(row, s1, lower);
            row = At(ref b, (2 * length) + i);
            upper = Vector512.MultiplyAddEstimate(row, f2, upper);
            lower = Vector512.MultiplyAddEstimate(row, s2, lower);
            row = At(ref b, (3 * length) + i);
            upper = Vector512.MultiplyAddEstimate(row, f3, upper);
            lower = Vector512.MultiplyAddEstimate(row, s3, lower);
            row = At(ref b, (4 * length) + i);
            upper = Vector512.MultiplyAddEstimate(row, f4, upper);
            lower = Vector512.MultiplyAddEstimate(row, s4, lower);
            upper.StoreUnsafe(ref a, (nuint)i);
            lower.StoreUnsafe(ref a, (nuint)(length + i));
        }
    }

    // Beyond this check nothing tests bounds.
    private static int Length(ReadOnlySpan<double> two, ReadOnlySpan<double> five)
    {
        int length = two.Length / 2;
        return two.Length == 2 * length && five.Length == 5 * length && length % Lanes == 0
            ? length
            : throw new ArgumentException(
                $"{two.Length} and {five.Length} are not two and five rows of a multiple of {Lanes}",
                nameof(two)
            );
    }

    private static Vector512<double> At(ref double start, int offset) =>
        Vector512.LoadUnsafe(ref start, (nuint)offset);

    private static void Add(
        ref double start,
        int offset,
        Vector512<double> upper,
        Vector512<double> upperFactor,
        Vector512<double> lower,
        Vector512<double> lowerFactor
    )
    {
        var sum = Vector512.MultiplyAddEstimate(upper, upperFactor, At(ref start, offset));
        Vector512.MultiplyAddEstimate(lower, lowerFactor, sum).StoreUnsafe(ref start, (nuint)offset);
    }

    private static void Write(
        Span<double> sums,
        Vector512<double> v0,
        Vector512<double> v1,
        Vector512<double> v2,
        Vector512<double> v3,
        Vector512<double> v4
    )
    {
        sums[4] = Vector512.Sum(v4);
        sums[3] = Vector512.Sum(v3);
        sums[2] = Vector512.Sum(v2);
        sums[1] = Vector512.Sum(v1);
        sums[0] = Vector512.Sum(v0);
    }
}
