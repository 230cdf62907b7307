using Grokking.LinearAlgebra;
using Grokking.Randomness;

namespace Grokking.Tests.LinearAlgebra;

public class TransposeTests
{
    // Less than, as much as and more than what is written at once.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(8, 9)]
    [InlineData(19, 2)]
    public void RowsBecomeColumns(int rows, int columns)
    {
        Matrix matrix = new Seed(3).For("transpose", 0, "matrix").GaussianMatrix(rows, columns);
        Matrix transposed = matrix.Transposed();
        Assert.Equal((columns, rows), (transposed.Rows, transposed.Columns));
        for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            Assert.Equal(matrix[i, j], transposed[j, i]);
    }

    [Fact]
    public void WhatIsLargerKeepsItsRestAndWhatIsSmallerTakesAPart()
    {
        var matrix = new Matrix(2, 3, [1, 2, 3, 4, 5, 6]);

        var larger = new Matrix(4, 3, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
        matrix.TransposeInto(larger);
        Assert.Equal([1, 4, 9, 2, 5, 9, 3, 6, 9, 9, 9, 9], larger.Values);

        var smaller = new Matrix(2, 1);
        matrix.TransposeInto(smaller);
        Assert.Equal([1, 2], smaller.Values);
    }
}
