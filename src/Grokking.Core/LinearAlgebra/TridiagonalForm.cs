using System.Numerics.Tensors;

namespace Grokking.LinearAlgebra;

/// <summary>
/// A symmetric matrix A = QTQᵀ with a tridiagonal T and an orthogonal Q, a product of reflections: what an eigensolver begins
/// with, and enough for eigenvalues and for functions of A of a few vectors, at less than half the cost of eigenvectors.
/// </summary>
/// <remarks>T and Q are not unique, and differ between implementations; what they say of A is the same to rounding.</remarks>
public sealed class TridiagonalForm
{
    private readonly double[] _diagonal;
    private readonly double[] _beside;
    private readonly Matrix _normals;
    private readonly double[] _scales;

    /// <param name="diagonal">Of T, n.</param>
    /// <param name="beside">Beside the diagonal of T, n − 1.</param>
    /// <param name="normals">n × n. Q = H_0 H_1 … with H_i = I − s_i u uᵀ, u = (0, …, 0, row i from column i + 1 on).</param>
    /// <param name="scales">s, one for each reflection, at most n − 1.</param>
    internal TridiagonalForm(double[] diagonal, double[] beside, Matrix normals, double[] scales) =>
        (_diagonal, _beside, _normals, _scales) = (diagonal, beside, normals, scales);

    /// <summary>n.</summary>
    public int Order => _diagonal.Length;

    /// <summary>The eigenvalues of A, ascending, to n roundings of ‖A‖.</summary>
    /// <exception cref="InvalidOperationException">The iteration did not converge, or A is not finite.</exception>
    public double[] Eigenvalues() => TridiagonalEigenvalues.Of(_diagonal, _beside);

    /// <summary>factor · A + shift, with the same Q.</summary>
    public TridiagonalForm Mapped(double factor, double shift) =>
        new(
            Array.ConvertAll(_diagonal, entry => (factor * entry) + shift),
            Array.ConvertAll(_beside, entry => factor * entry),
            _normals,
            _scales
        );

    /// <summary>Replaces every row y by Qᵀy, its coordinates where A is T.</summary>
    /// <param name="rows">n columns.</param>
    /// <exception cref="ArgumentException">There are other than n columns.</exception>
    public void Enter(Matrix rows)
    {
        RequireLength(rows.Columns);
        for (int i = 0; i < _scales.Length; i++)
            Reflect(rows, i);
    }

    /// <summary>Replaces every row y by Qy: the opposite of <see cref="Enter"/>.</summary>
    /// <inheritdoc cref="Enter"/>
    public void Leave(Matrix rows)
    {
        RequireLength(rows.Columns);
        for (int i = _scales.Length - 1; i >= 0; i--)
            Reflect(rows, i);
    }

    /// <summary>result ← Ty.</summary>
    /// <param name="vector">y, n numbers.</param>
    /// <param name="result">n numbers of another vector.</param>
    /// <exception cref="ArgumentException">The length of either is not n.</exception>
    public void Times(ReadOnlySpan<double> vector, Span<double> result)
    {
        RequireLength(vector.Length);
        RequireLength(result.Length);
        TensorPrimitives.Multiply(vector, _diagonal, result);
        TensorPrimitives.MultiplyAdd(vector[1..], _beside, result[..^1], result[..^1]);
        TensorPrimitives.MultiplyAdd(vector[..^1], _beside, result[1..], result[1..]);
    }

    /// <summary>The solution y of (T + g)y = b.</summary>
    /// <param name="shift">g.</param>
    /// <param name="right">b, n numbers.</param>
    /// <exception cref="ArgumentException">The length is not n, or T + g is not positive definite.</exception>
    public double[] Solve(double shift, ReadOnlySpan<double> right)
    {
        RequireLength(right.Length);
        // T + g = LDLᵀ with a unit lower bidiagonal L.
        double[] solution = right.ToArray();
        var pivots = new double[Order];
        for (int i = 0; i < Order; i++)
        {
            double factor = i == 0 ? 0 : _beside[i - 1] / pivots[i - 1];
            pivots[i] = _diagonal[i] + shift - (i == 0 ? 0 : factor * _beside[i - 1]);
            solution[i] -= i == 0 ? 0 : factor * solution[i - 1];
            if (!(pivots[i] > 0))
                throw new ArgumentException($"Pivot {i} is {pivots[i]} at a shift of {shift}", nameof(shift));
        }
        for (int i = Order - 1; i >= 0; i--)
            solution[i] = (solution[i] - (i < Order - 1 ? _beside[i] * solution[i + 1] : 0)) / pivots[i];
        return solution;
    }

    /// <summary>Says that nobody will read any of it again.</summary>
    internal void GiveBack() => _normals.GiveBack();

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

    private void RequireLength(int length)
    {
        if (length != Order)
            throw new ArgumentException(
                $"{length} coordinates; the matrix has the order {Order}",
                nameof(length)
            );
    }
}
