using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Grokking.LinearAlgebra;

/// <summary>
/// Linear algebra without native code: a blocked product and reflections of the project's own, eigenvectors through
/// MathNet's managed provider, called directly so that no process-wide setting matters.
/// </summary>
/// <remarks>
/// Products and covariances are sums in an order that depends only on the shapes; with fused multiply-add in
/// hardware their bits are the same everywhere.
/// </remarks>
public sealed class ManagedLinearAlgebra : ILinearAlgebra
{
    /// <inheritdoc/>
    public string Name => "managed";

    /// <inheritdoc/>
    public string? Build => null;

    /// <inheritdoc/>
    public void Multiply(
        MatrixRows left,
        bool transposeLeft,
        MatrixRows right,
        bool transposeRight,
        MatrixRows result,
        double scale = 1,
        double keep = 0
    )
    {
        var shape = ProductShape.Of(left, transposeLeft, right, transposeRight, result);
        if (keep == 0)
            result.Values.Clear();
        else if (keep != 1)
            foreach (ref double value in result.Values)
                value *= keep;
        BlockedProduct.Add(new(left, transposeLeft), new(right, transposeRight), result, shape, scale);
    }

    /// <inheritdoc/>
    public Matrix Covariance(Matrix samples)
    {
        // Entries (i, j) and (j, i) add the same products in the same order: symmetric to the last bit.
        var covariance = new Matrix(samples.Columns, samples.Columns);
        Multiply(samples, true, samples, false, covariance, 1.0 / samples.Rows);
        return covariance;
    }

    /// <inheritdoc/>
    public SymmetricEigendecomposition Eigendecompose(Matrix symmetric)
    {
        int n = ProductShape.OrderOf(symmetric);
        var vectors = new Matrix(n, n);
        var eigenvalues = new Complex[n];
        // MathNet works column by column; read row by row, its columns of eigenvectors are rows.
        try
        {
            ManagedLinearAlgebraProvider.Instance.EigenDecomp(
                isSymmetric: true,
                n,
                LargeArray.Copy(symmetric.Values),
                vectors.Values,
                eigenvalues,
                new double[checked(n * n)]
            );
        }
        catch (NonConvergenceException failure)
        {
            throw new InvalidOperationException($"The eigenvalues of order {n} did not converge", failure);
        }
        return Ascending([.. eigenvalues.Select(eigenvalue => eigenvalue.Real)], vectors);
    }

    /// <inheritdoc/>
    public TridiagonalForm Tridiagonalize(Matrix symmetric) => HouseholderTridiagonal.Of(symmetric);

    /// <inheritdoc/>
    public Matrix LowerFactor(Matrix matrix) => HouseholderFactor.Of(matrix);

    private static SymmetricEigendecomposition Ascending(double[] eigenvalues, Matrix vectors)
    {
        int[] order = [.. Enumerable.Range(0, eigenvalues.Length)];
        Array.Sort(eigenvalues, order);
        var sorted = Matrix.Uninitialized(vectors.Rows, vectors.Columns);
        for (int i = 0; i < order.Length; i++)
            vectors.Row(order[i]).CopyTo(sorted.Row(i));
        return new(eigenvalues, sorted);
    }
}
