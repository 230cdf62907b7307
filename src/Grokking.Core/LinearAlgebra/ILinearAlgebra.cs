namespace Grokking.LinearAlgebra;

/// <summary>
/// The few operations that the simulations need. Two implementations live: OpenBlasLinearAlgebra and
/// ManagedLinearAlgebra; they agree to 1e-9 relative. Implementations hold no state and may be
/// called from several threads at once; each call uses one thread. Results belong to the caller.
/// </summary>
public interface ILinearAlgebra
{
    /// <summary>"openblas" or "managed", as in provenance and cache keys.</summary>
    string Name { get; }

    /// <summary>
    /// What else its last bits depend on, e.g. "0.3.21 Haswell", the version and kernel of OpenBLAS; null if nothing
    /// beside this assembly and its packages.
    /// </summary>
    string? Build { get; }

    /// <summary>result ← scale · op(left) · op(right) + keep · result, op(A) = A or Aᵀ.</summary>
    /// <param name="left">op(left) is m × k.</param>
    /// <param name="transposeLeft">Whether op(left) = leftᵀ.</param>
    /// <param name="right">op(right) is k × n.</param>
    /// <param name="transposeRight">Whether op(right) = rightᵀ.</param>
    /// <param name="result">m × n; of another matrix than the operands.</param>
    /// <param name="scale">Factor of the product.</param>
    /// <param name="keep">Factor of what <paramref name="result"/> held before; 0 ignores it, NaN included.</param>
    /// <exception cref="ArgumentException">The shapes do not match.</exception>
    void Multiply(
        MatrixRows left,
        bool transposeLeft,
        MatrixRows right,
        bool transposeRight,
        MatrixRows result,
        double scale = 1,
        double keep = 0
    );

    /// <summary>The covariance Σ = AᵀA/m of the m rows of A; n × n, exactly symmetric.</summary>
    Matrix Covariance(Matrix samples);

    /// <summary>Eigenvalues and eigenvectors of a symmetric matrix, which is left unchanged.</summary>
    /// <exception cref="InvalidOperationException">The iteration did not converge.</exception>
    SymmetricEigendecomposition Eigendecompose(Matrix symmetric);

    /// <summary>The tridiagonal form of a symmetric matrix, which is left unchanged.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="InvalidOperationException">The library refuses it.</exception>
    TridiagonalForm Tridiagonalize(Matrix symmetric);

    /// <summary>
    /// The lower triangular (or trapezoidal) L of A = LQ, where QQᵀ = I: its rows have the same products with one
    /// another as those of A, LLᵀ = AAᵀ to rounding, and above the diagonal it is zero. Signs of columns are arbitrary.
    /// </summary>
    /// <param name="matrix">A, m × n, which is left unchanged.</param>
    /// <returns>L, m × min(m, n).</returns>
    Matrix LowerFactor(Matrix matrix);
}
