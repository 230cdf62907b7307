using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>A 4 × 12 tile of a product: twelve sums, which with their operands fill the sixteen registers of AVX2.</summary>
internal static class NarrowTile
{
    public const int Rows = 4;
    public const int Columns = 12;

    /// <summary>Writes the products of some packed rows and columns.</summary>
    /// <param name="left">For each step of depth the entries of <see cref="Rows"/> rows side by side.</param>
    /// <param name="right">For each step of depth the entries of <see cref="Columns"/> columns side by side.</param>
    /// <param name="steps">The depth.</param>
    /// <param name="tile">Receives the sums row by row.</param>
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
        Vector256<double> c00 = default,
            c01 = default,
            c02 = default;
        Vector256<double> c10 = default,
            c11 = default,
            c12 = default;
        Vector256<double> c20 = default,
            c21 = default,
            c22 = default;
        Vector256<double> c30 = default,
            c31 = default,
            c32 = default;
        for (int step = 0; step < steps; step++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var b2 = Vector256.LoadUnsafe(ref b, 8);
            var row = Vector256.Create(a);
            c00 = Vector256.MultiplyAddEstimate(row, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(row, b1, c01);
            c02 = Vector256.MultiplyAddEstimate(row, b2, c02);
            row = Vector256.Create(Unsafe.Add(ref a, 1));
            c10 = Vector256.MultiplyAddEstimate(row, b0, c10);
            c11 = Vector256.MultiplyAddEstimate(row, b1, c11);
            c12 = Vector256.MultiplyAddEstimate(row, b2, c12);
            row = Vector256.Create(Unsafe.Add(ref a, 2));
            c20 = Vector256.MultiplyAddEstimate(row, b0, c20);
            c21 = Vector256.MultiplyAddEstimate(row, b1, c21);
            c22 = Vector256.MultiplyAddEstimate(row, b2, c22);
            row = Vector256.Create(Unsafe.Add(ref a, 3));
            c30 = Vector256.MultiplyAddEstimate(row, b0, c30);
            c31 = Vector256.MultiplyAddEstimate(row, b1, c31);
            c32 = Vector256.MultiplyAddEstimate(row, b2, c32);
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, Columns);
        }
        Store(tile, c00, c01, c02);
        Store(tile[Columns..], c10, c11, c12);
        Store(tile[(2 * Columns)..], c20, c21, c22);
        Store(tile[(3 * Columns)..], c30, c31, c32);
    }

    private static void Store(
        Span<double> row,
        Vector256<double> first,
        Vector256<double> second,
        Vector256<double> third
    )
    {
        first.CopyTo(row);
        second.CopyTo(row[4..]);
        third.CopyTo(row[8..]);
    }
}
