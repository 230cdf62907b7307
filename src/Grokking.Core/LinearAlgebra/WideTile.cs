using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>An 8 × 24 tile of a product in the 32 registers of AVX-512: 24 sums, three vectors of the right operand, one of the left.</summary>
internal static class WideTile
{
    public const int Rows = 8;
    public const int Columns = 24;

    /// <inheritdoc cref="NarrowTile.Multiply"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        int steps,
        Span<double> tile
    )
    {
        ref double a = ref MemoryMarshal.GetReference(left[..(steps * Rows)]);
        ref double b = ref MemoryMarshal.GetReference(right[..(steps * Columns)]);
        Sums row0 = default;
        Sums row1 = default;
        Sums row2 = default;
        Sums row3 = default;
        Sums row4 = default;
        Sums row5 = default;
        Sums row6 = default;
        Sums row7 = default;
        for (int step = 0; step < steps; step++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 8);
            var b2 = Vector512.LoadUnsafe(ref b, 16);
            row0 = row0.Plus(a, b0, b1, b2);
            row1 = row1.Plus(Unsafe.Add(ref a, 1), b0, b1, b2);
            row2 = row2.Plus(Unsafe.Add(ref a, 2), b0, b1, b2);
            row3 = row3.Plus(Unsafe.Add(ref a, 3), b0, b1, b2);
            row4 = row4.Plus(Unsafe.Add(ref a, 4), b0, b1, b2);
            row5 = row5.Plus(Unsafe.Add(ref a, 5), b0, b1, b2);
            row6 = row6.Plus(Unsafe.Add(ref a, 6), b0, b1, b2);
            row7 = row7.Plus(Unsafe.Add(ref a, 7), b0, b1, b2);
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, Columns);
        }
        row0.Store(tile);
        row1.Store(tile[Columns..]);
        row2.Store(tile[(2 * Columns)..]);
        row3.Store(tile[(3 * Columns)..]);
        row4.Store(tile[(4 * Columns)..]);
        row5.Store(tile[(5 * Columns)..]);
        row6.Store(tile[(6 * Columns)..]);
        row7.Store(tile[(7 * Columns)..]);
    }

    /// <summary>One row of the tile.</summary>
    private readonly record struct Sums(
        Vector512<double> First,
        Vector512<double> Second,
        Vector512<double> Third
    )
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sums Plus(double factor, Vector512<double> b0, Vector512<double> b1, Vector512<double> b2)
        {
            var a = Vector512.Create(factor);
            return new(
                Vector512.MultiplyAddEstimate(a, b0, First),
                Vector512.MultiplyAddEstimate(a, b1, Second),
                Vector512.MultiplyAddEstimate(a, b2, Third)
            );
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(Span<double> row)
        {
            First.CopyTo(row);
            Second.CopyTo(row[8..]);
            Third.CopyTo(row[16..]);
        }
    }
}
