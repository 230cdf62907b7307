using System.Numerics.Tensors;
using MathNet.Numerics;

namespace Grokking.LinearAlgebra;

/// <summary>
/// A symmetric matrix A = QTQᵀ with a tridiagonal T and an orthogonal Q, a product of reflections: what an eigensolver begins
/// with, and enough for eigenvalues and for functions of A of a few vectors, at a third of the cost of eigenvectors.
/// </summary>
public sealed class TridiagonalForm
{
    // Implicit QL needs two or three steps for an eigenvalue.
    private const int MostSteps = 60;

    private readonly double[] _diagonal;
    private readonly double[] _beside;
    private readonly Matrix _normals;
    private readonly double[] _scales;

    /// <param name="diagonal">Of T, n.</param>
    /// <param name="beside">Beside the diagonal of T, n − 1.</param>
    /// <param name="normals">
    /// n × n. Q = H_0 H_1 … with H_i = I − s_i u uᵀ, u = (0, …, 0, 1, row i from column i + 2 on). Everything else in it is
    /// ignored, and overwritten.
    /// </param>
    /// <param name="scales">s, one for each reflection, at most n − 1.</param>
    internal TridiagonalForm(double[] diagonal, double[] beside, Matrix normals, double[] scales)
    {
        (_diagonal, _beside, _normals, _scales) = (diagonal, beside, normals, scales);
        for (int i = 0; i < scales.Length; i++)
            normals[i, i + 1] = 1;
    }

    /// <summary>n.</summary>
    public int Order => _diagonal.Length;

    /// <summary>The eigenvalues of A, ascending, by T's implicit QL iteration (Golub &amp; Van Loan, §8.3); to n roundings of ‖A‖.</summary>
    /// <exception cref="InvalidOperationException">The iteration did not converge.</exception>
    public double[] Eigenvalues()
    {
        double[] diagonal = [.. _diagonal];
        double[] beside = [.. _beside, 0];
        for (int first = 0; first < Order; first++)
        for (int step = 0, last; (last = EndOfBlock(diagonal, beside, first)) > first; step++)
        {
            if (step == MostSteps)
                throw new InvalidOperationException($"The eigenvalues of order {Order} did not converge");
            Chase(diagonal, beside, first, last);
        }
        Array.Sort(diagonal);
        return diagonal;
    }

    /// <summary>Replaces every row y by Qᵀy, its coordinates where A is T.</summary>
    public void Enter(Matrix rows)
    {
        for (int i = 0; i < _scales.Length; i++)
            Reflect(rows, i);
    }

    /// <summary>Replaces every row y by Qy: the opposite of <see cref="Enter"/>.</summary>
    public void Leave(Matrix rows)
    {
        for (int i = _scales.Length - 1; i >= 0; i--)
            Reflect(rows, i);
    }

    /// <summary>result ← Ty, of another vector than the result.</summary>
    public void Times(ReadOnlySpan<double> vector, Span<double> result)
    {
        TensorPrimitives.Multiply(vector, _diagonal, result);
        TensorPrimitives.MultiplyAdd(vector[1..], _beside, result[..^1], result[..^1]);
        TensorPrimitives.MultiplyAdd(vector[..^1], _beside, result[1..], result[1..]);
    }

    /// <summary>The solution y of (T + g)y = b, where that is positive definite.</summary>
    public double[] Solve(double shift, ReadOnlySpan<double> right)
    {
        // T + g = LDLᵀ with a unit lower bidiagonal L.
        double[] solution = right.ToArray();
        var pivots = new double[Order];
        for (int i = 0; i < Order; i++)
        {
            pivots[i] = _diagonal[i] + shift;
            if (i == 0)
                continue;
            double factor = _beside[i - 1] / pivots[i - 1];
            pivots[i] -= factor * _beside[i - 1];
            solution[i] -= factor * solution[i - 1];
        }
        for (int i = Order - 1; i >= 0; i--)
            solution[i] = (solution[i] - (i < Order - 1 ? _beside[i] * solution[i + 1] : 0)) / pivots[i];
        return solution;
    }

    private void Reflect(Matrix rows, int i)
    {
        ReadOnlySpan<double> normal = _normals.Row(i)[(i + 1)..];
        for (int row = 0; row < rows.Rows; row++)
        {
            Span<double> part = rows.Row(row)[(i + 1)..];
            double share = -_scales[i] * TensorPrimitives.Dot(normal, part);
            TensorPrimitives.MultiplyAdd(normal, share, part, part);
        }
    }

    /// <summary>The last row that hangs together with one.</summary>
    private static int EndOfBlock(double[] diagonal, double[] beside, int row)
    {
        while (
            row < diagonal.Length - 1
            && Math.Abs(beside[row])
                > double.Epsilon
                    + (Math.ScaleB(1, -53) * (Math.Abs(diagonal[row]) + Math.Abs(diagonal[row + 1])))
        )
            row++;
        return row;
    }

    /// <summary>One step of the iteration for a block: the rotations that keep T tridiagonal, from the last row to the first.</summary>
    private static void Chase(double[] diagonal, double[] beside, int first, int last)
    {
        // Wilkinson's shift: the eigenvalue of the first two rows that lies nearer to the first entry.
        double half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double shift =
            diagonal[first]
            - (beside[first] / (half + Math.CopySign(SpecialFunctions.Hypotenuse(half, 1), half)));
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
