using System.Runtime.Intrinsics;

namespace Grokking.LinearAlgebra;

/// <summary>
/// A = LQ by Householder's reflections of the rows' space: each takes one row to its diagonal and is applied to the
/// rows below.
/// </summary>
internal static class HouseholderFactor
{
    // Four lanes whatever the hardware: the order of summation is part of the result.
    private const int Lanes = 4;

    /// <summary>L, m × min(m, n).</summary>
    public static Matrix Of(Matrix matrix)
    {
        var rest = matrix.Copy();
        for (int k = 0; k < Math.Min(rest.Rows, rest.Columns); k++)
        {
            Span<double> axis = rest.Row(k)[k..];
            double length = Math.Sqrt(Dot(axis, axis));
            if (length == 0)
                continue;
            // Away from zero, so that nothing cancels.
            double diagonal = axis[0] > 0 ? -length : length;
            double[] normal = axis.ToArray();
            normal[0] -= diagonal;
            double scale = 2 / Dot(normal, normal);
            axis[0] = diagonal;
            for (int i = k + 1; i < rest.Rows; i++)
                Add(rest.Row(i)[k..], -scale * Dot(rest.Row(i)[k..], normal), normal);
        }
        return Lower(rest);
    }

    /// <summary>The lower trapezoid of a factorisation in place, and zeros above it.</summary>
    public static Matrix Lower(Matrix factored)
    {
        var lower = new Matrix(factored.Rows, Math.Min(factored.Rows, factored.Columns));
        for (int i = 0; i < lower.Rows; i++)
        {
            int count = Math.Min(i + 1, lower.Columns);
            factored.Row(i)[..count].CopyTo(lower.Row(i));
        }
        return lower;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Lanes; i += Lanes)
            sums += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        double sum = Vector256.Sum(sums);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    private static void Add(Span<double> row, double factor, ReadOnlySpan<double> direction)
    {
        int i = 0;
        for (; i <= row.Length - Lanes; i += Lanes)
            (Vector256.Create<double>(row[i..]) + (factor * Vector256.Create(direction[i..]))).CopyTo(
                row[i..]
            );
        for (; i < row.Length; i++)
            row[i] += factor * direction[i];
    }
}
