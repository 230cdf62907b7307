using System.Diagnostics.CodeAnalysis;

namespace Grokking.LinearAlgebra;

/// <summary>
/// The system's OpenBLAS, held to one thread. Bits depend on its version and on the processor (about 1e-14
/// relative), not on how often or from where it is called.
/// </summary>
public sealed class OpenBlasLinearAlgebra : ILinearAlgebra
{
    // So many columns of LAPACK's work give its blocked algorithms room for their blocks.
    private const int Blocked = 64;

    private OpenBlasLinearAlgebra() { }

    /// <inheritdoc/>
    public string Name => "openblas";

    /// <inheritdoc/>
    public string? Build => $"{OpenBlasNative.Version()} {OpenBlasNative.Kernel()}";

    /// <summary>
    /// Gives the implementation if the library is installed, otherwise the reason why there is none. From then
    /// on OpenBLAS uses one thread in this whole process, whoever calls it.
    /// </summary>
    public static bool TryLoad(
        [NotNullWhen(true)] out OpenBlasLinearAlgebra? algebra,
        [NotNullWhen(false)] out string? reason
    )
    {
        reason = OpenBlasNative.Obstacle();
        algebra = null;
        if (reason is not null)
            return false;
        OpenBlasNative.SetThreads(1);
        algebra = new();
        return true;
    }

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
        var (rows, depth, columns) = ProductShape.Of(left, transposeLeft, right, transposeRight, result);
        if (columns == 1)
        {
            MultiplyVector(left, transposeLeft, right, result, scale, keep);
            return;
        }
        if (transposeRight && keep == 0 && ThinProduct.Suits(rows, depth, columns))
        {
            ThinProduct.Multiply(left, transposeLeft, right, result, scale);
            return;
        }
        if (rows == 1)
        {
            // The transposed product.
            MultiplyVector(right, !transposeRight, left, result, scale, keep);
            return;
        }
        OpenBlasNative.Dgemm(
            OpenBlasNative.RowMajor,
            transposeLeft ? OpenBlasNative.Transposed : OpenBlasNative.NotTransposed,
            transposeRight ? OpenBlasNative.Transposed : OpenBlasNative.NotTransposed,
            rows,
            columns,
            depth,
            scale,
            in left.Values[0],
            left.Columns,
            in right.Values[0],
            right.Columns,
            keep,
            ref result.Values[0],
            result.Columns
        );
    }

    // For a product with a single vector the general routine copies the matrix first.
    private static void MultiplyVector(
        MatrixRows matrix,
        bool transpose,
        MatrixRows vector,
        MatrixRows result,
        double scale,
        double keep
    )
    {
        if (keep == 0)
            result.Values.Clear(); // versions differ in whether 0 · NaN is 0
        OpenBlasNative.Dgemv(
            OpenBlasNative.RowMajor,
            transpose ? OpenBlasNative.Transposed : OpenBlasNative.NotTransposed,
            matrix.Rows,
            matrix.Columns,
            scale,
            in matrix.Values[0],
            matrix.Columns,
            in vector.Values[0],
            1,
            keep,
            ref result.Values[0],
            1
        );
    }

    /// <inheritdoc/>
    public Matrix Covariance(Matrix samples)
    {
        int n = samples.Columns;
        var covariance = new Matrix(n, n);
        OpenBlasNative.Dsyrk(
            OpenBlasNative.RowMajor,
            OpenBlasNative.UpperTriangle,
            OpenBlasNative.Transposed,
            n,
            samples.Rows,
            1.0 / samples.Rows,
            samples.Values,
            n,
            0,
            covariance.Values,
            n
        );
        // A line of the cache is read at once.
        const int together = 64 / sizeof(double);
        for (int first = 0; first < n; first += together)
        for (int j = 0; j < n; j++)
        for (int i = Math.Max(first, j + 1); i < Math.Min(first + together, n); i++)
            covariance[i, j] = covariance[j, i];
        return covariance;
    }

    /// <inheritdoc/>
    public SymmetricEigendecomposition Eigendecompose(Matrix symmetric)
    {
        int n = ProductShape.OrderOf(symmetric);
        // LAPACK writes eigenvectors as columns, column by column: read row by row, they are rows.
        var vectors = symmetric.Copy();
        var eigenvalues = new double[n];
        // The sizes that dsyevd documents for "with vectors", and more room for its blocked reduction.
        var work = LargeArray.Uninitialized(checked(1 + (6 * n) + (2 * n * n) + (Blocked * n)));
        var integerWork = new int[3 + (5 * n)];
        OpenBlasNative.Dsyevd(
            (byte)'V',
            (byte)'L',
            n,
            vectors.Values,
            n,
            eigenvalues,
            work,
            work.Length,
            integerWork,
            integerWork.Length,
            out int info,
            1,
            1
        );
        LargeArray.GiveBack(work);
        return info == 0
            ? new(eigenvalues, vectors)
            : throw new InvalidOperationException($"OpenBLAS dsyevd failed with info = {info}");
    }

    /// <inheritdoc/>
    public TridiagonalForm Tridiagonalize(Matrix symmetric)
    {
        int n = ProductShape.OrderOf(symmetric);
        // What lies below the diagonal column by column lies beside it row by row.
        var normals = symmetric.Copy();
        var (diagonal, beside, scales) = (new double[n], new double[n - 1], new double[n - 1]);
        var work = new double[Blocked * n];
        OpenBlasNative.Dsytrd(
            (byte)'L',
            n,
            normals.Values,
            n,
            diagonal,
            beside,
            scales,
            work,
            work.Length,
            out int info,
            1
        );
        if (info != 0)
            throw new InvalidOperationException($"OpenBLAS dsytrd failed with info = {info}");
        for (int i = 0; i < n - 1; i++)
            normals[i, i + 1] = 1; // which LAPACK does not write
        return new(diagonal, beside, normals, scales);
    }

    /// <inheritdoc/>
    public Matrix LowerFactor(Matrix matrix)
    {
        // LAPACK reads Aᵀ, column by column, and leaves the upper R of Aᵀ = QR: read row by row, that is L.
        double[] values = LargeArray.Copy(matrix.Values);
        int rank = Math.Min(matrix.Rows, matrix.Columns);
        var work = new double[Blocked * matrix.Rows];
        OpenBlasNative.Dgeqrf(
            matrix.Columns,
            matrix.Rows,
            values,
            matrix.Columns,
            new double[rank],
            work,
            work.Length,
            out int info
        );
        return info == 0
            ? HouseholderFactor.Lower(new(matrix.Rows, matrix.Columns, values))
            : throw new InvalidOperationException($"OpenBLAS dgeqrf failed with info = {info}");
    }
}
