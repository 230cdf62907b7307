using System.Numerics.Tensors;

namespace Grokking.LinearAlgebra;

/// <summary>
/// The eigenvalues of a symmetric tridiagonal matrix by the implicit QL iteration with Wilkinson's shift: each step is a chain of
/// rotations that keep it tridiagonal and make the entry beside one row vanish.
/// </summary>
/// <remarks>
/// Golub &amp; Van Loan, Matrix Computations, §8.3. An entry vanishes where it is below a rounding of the largest, as what it changes is:
/// in a null space all entries are roundings.
/// </remarks>
internal static class TridiagonalEigenvalues
{
    // Two or three steps are usual.
    private const int MostSteps = 30;

    /// <summary>All eigenvalues, ascending, to n roundings of the largest.</summary>
    /// <param name="diagonal">n numbers.</param>
    /// <param name="beside">Those beside the diagonal, n − 1.</param>
    /// <exception cref="InvalidOperationException">The iteration did not converge, or a number is not finite.</exception>
    public static double[] Of(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        double largest = Math.Max(
            Math.Abs(TensorPrimitives.MaxMagnitude(diagonal)),
            beside.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(beside))
        );
        if (!double.IsFinite(largest))
            throw new InvalidOperationException($"Eigenvalues of a matrix with {largest}");
        if (largest == 0)
            return diagonal.ToArray();
        // With the largest entry between 1 and 2 no square that matters is too small.
        int exponent = Math.ILogB(largest);
        double[] values = Scaled(diagonal, -exponent);
        double[] between = [.. Scaled(beside, -exponent), 0];
        int left = MostSteps * values.Length;
        for (int first = 0; first < values.Length; first++)
        for (int last; (last = EndOfBlock(between, first)) > first; left--)
        {
            if (left == 0)
                throw new InvalidOperationException(
                    $"The eigenvalues of order {values.Length} did not converge"
                );
            Step(values, between, first, last);
        }
        Array.Sort(values);
        return Scaled(values, exponent);
    }

    private static double[] Scaled(ReadOnlySpan<double> numbers, int exponent)
    {
        var scaled = new double[numbers.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = Math.ScaleB(numbers[i], exponent);
        return scaled;
    }

    /// <summary>The last row that hangs together with one.</summary>
    private static int EndOfBlock(double[] beside, int row)
    {
        const double rounding = 1.0 / (1L << 53);
        while (Math.Abs(beside[row]) > rounding)
            row++;
        return row;
    }

    /// <summary>One step for a block: rotations from its last row to its first.</summary>
    private static void Step(double[] diagonal, double[] beside, int first, int last)
    {
        // Wilkinson's shift: the eigenvalue of the first two rows that lies nearer to the first entry.
        double half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double root = Math.Sqrt((half * half) + 1);
        double shift = diagonal[first] - (beside[first] / (half + Math.CopySign(root, half)));
        double corner = diagonal[last] - shift;
        var (sine, cosine, moved) = (1.0, 1.0, 0.0);
        for (int i = last - 1; i >= first; i--)
        {
            var (bulge, inner) = (sine * beside[i], cosine * beside[i]);
            double length = Math.Sqrt((bulge * bulge) + (corner * corner));
            beside[i + 1] = length;
            if (length == 0)
            {
                // It falls apart here.
                diagonal[i + 1] -= moved;
                beside[last] = 0;
                return;
            }
            double inverse = 1 / length;
            (sine, cosine) = (bulge * inverse, corner * inverse);
            corner = diagonal[i + 1] - moved;
            double turned = ((diagonal[i] - corner) * sine) + (2 * cosine * inner);
            moved = sine * turned;
            diagonal[i + 1] = corner + moved;
            corner = (cosine * turned) - inner;
        }
        diagonal[first] -= moved;
        beside[first] = corner;
        beside[last] = 0;
    }
}
