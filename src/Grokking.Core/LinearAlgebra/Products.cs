namespace Grokking.LinearAlgebra;

/// <summary>Products into matrices of their own.</summary>
public static class Products
{
    /// <summary>scale · op(left) · op(right), op(A) = A or Aᵀ.</summary>
    /// <param name="algebra">Multiplies.</param>
    /// <param name="left">op(left) is m × k.</param>
    /// <param name="transposeLeft">Whether op(left) = leftᵀ.</param>
    /// <param name="right">op(right) is k × n.</param>
    /// <param name="transposeRight">Whether op(right) = rightᵀ.</param>
    /// <param name="scale">Factor of the product.</param>
    /// <returns>m × n.</returns>
    /// <exception cref="ArgumentException">The shapes do not match.</exception>
    public static Matrix Product(
        this ILinearAlgebra algebra,
        MatrixRows left,
        bool transposeLeft,
        MatrixRows right,
        bool transposeRight,
        double scale = 1
    )
    {
        var product = Matrix.Uninitialized(
            transposeLeft ? left.Columns : left.Rows,
            transposeRight ? right.Rows : right.Columns
        );
        algebra.Multiply(left, transposeLeft, right, transposeRight, product, scale);
        return product;
    }
}
