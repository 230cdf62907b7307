namespace Grokking.LinearAlgebra;

/// <summary>A = Vᵀ diag(ν) V with the eigenvectors as the <em>rows</em> of V.</summary>
/// <param name="Eigenvalues">ν, ascending; n of them.</param>
/// <param name="Eigenvectors">n × n, orthonormal; row i belongs to eigenvalue i. Signs are arbitrary.</param>
public sealed record SymmetricEigendecomposition(double[] Eigenvalues, Matrix Eigenvectors);
