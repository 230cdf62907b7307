using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Simulation;
using Grokking.Randomness;
using Grokking.Tests.LinearAlgebra;

namespace Grokking.Tests.Simulation;

/// <summary>Coordinates along few hidden directions stand for rows.</summary>
public class HiddenSpanTests
{
    private const int Width = 40;
    private static readonly ILinearAlgebra Algebra = Implementations.Managed;

    [Fact]
    public void RowsThatItHoldsComeBackAndKeepTheirProducts()
    {
        Matrix rows = Rows("rows", 11);
        HiddenSpan span = new(Width, 30, Algebra);
        span.Add(rows.Slice(..4));
        Assert.Equal(8, span.Width);
        span.Add(rows.Slice(4..));
        Assert.Equal(16, span.Width);

        Matrix along = span.Along(rows);
        Assert.Equal((11, 16), (along.Rows, along.Columns));
        Matrix products = Algebra.Product(rows, false, rows, true);
        Matrix same = Algebra.Product(along, false, along, true);
        Close(products, same);
        for (int i = 0; i < along.Rows; i++)
            Assert.All(along.Row(i)[11..].ToArray(), zero => Assert.Equal(0, zero));

        Matrix restored = Rows("other", 11);
        span.Restore(along, restored);
        Close(rows, restored);
    }

    [Fact]
    public void DependentAndVanishingRowsAddNothing()
    {
        Matrix rows = Rows("rows", 6);
        for (int k = 0; k < Width; k++)
            (rows[3, k], rows[4, k], rows[5, k]) = (0, rows[0, k] - (3 * rows[1, k]), rows[2, k] * 1e-200);
        HiddenSpan span = new(Width, 30, Algebra);
        span.Add(rows);
        Matrix along = span.Along(rows);
        Assert.Equal(8, span.Width);
        for (int i = 0; i < along.Rows; i++)
            Assert.All(along.Row(i)[3..].ToArray(), zero => Assert.Equal(0, zero));
    }

    [Fact]
    public void RowsThatHardlyDifferAreHeldToo()
    {
        // Of what one row has beside another, a billionth of its length, all is kept, and directions stay orthogonal.
        Matrix rows = Rows("rows", 2);
        for (int k = 0; k < Width; k++)
            rows[1, k] = rows[0, k] + (1e-9 * rows[1, k]);
        HiddenSpan span = new(Width, 30, Algebra);
        span.Add(rows);
        Matrix restored = new(2, Width);
        Matrix along = span.Along(rows);
        span.Restore(along, restored);
        for (int k = 0; k < Width; k++)
            Assert.Equal((rows[1, k] - rows[0, k]) * 1e9, (restored[1, k] - restored[0, k]) * 1e9, 1e-5);
        var unit = new Matrix(2, span.Width);
        (unit[0, 0], unit[1, 1]) = (1, 1);
        span.Restore(unit, restored);
        Matrix same = span.Along(restored);
        for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            Assert.Equal(unit[i, j], same[i, j], 1e-14);
    }

    [Fact]
    public void WhatLiesBesideItIsLeftOut()
    {
        HiddenSpan span = new(Width, 8, Algebra);
        var one = new Matrix(1, Width);
        one[0, 7] = -3;
        span.Add(one);
        Matrix along = span.Along(Rows("rows", 2));
        Matrix restored = new(2, Width);
        span.Restore(along, restored);
        Matrix expected = new(2, Width);
        (expected[0, 7], expected[1, 7]) = (Rows("rows", 2)[0, 7], Rows("rows", 2)[1, 7]);
        Close(expected, restored);
    }

    [Fact]
    public void WithoutDirectionsAllUnitsAreKept()
    {
        HiddenSpan span = new(Width, 8, Algebra);
        span.Add(new Matrix(2, Width));
        Assert.Equal(new double[Width], span.Along(new Matrix(1, Width)).Values);
    }

    [Fact]
    public void AllUnitsAreKeptWhereDirectionsAreAsMany()
    {
        Matrix rows = Rows("rows", 36);
        HiddenSpan span = new(Width, 60, Algebra);
        span.Add(rows);
        Assert.Equal(Width, span.Width);
        Assert.Equal(rows.Values, span.Along(rows).Values);
        Matrix restored = new(36, Width);
        span.Restore(rows, restored);
        Assert.Equal(rows.Values, restored.Values);

        span.Start();
        span.Add(rows.Slice(..1));
        Assert.Equal(8, span.Width);
    }

    private static Matrix Rows(string name, int count) =>
        new Seed(4).For("hidden span", 0, name).GaussianMatrix(count, Width);

    private static void Close(Matrix expected, Matrix actual) =>
        Assert.All(expected.Values.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
