using System.Numerics.Tensors;
using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>
/// What few directions among the hidden units hold: rows F of the first layer and columns of the second change by combinations of one
/// another, F by S⁽¹⁾ᵀ and S⁽¹⁾ᵀ by F, and never leave what they span at the start. With fewer directions than units it is cheaper
/// to keep the coordinates.
/// </summary>
/// <param name="width">d_h, filled up.</param>
/// <param name="capacity">How many rows there will be.</param>
/// <param name="algebra">Multiplies.</param>
internal sealed class HiddenSpan(int width, int capacity, ILinearAlgebra algebra)
{
    // Of a row's length: less of it beside the span is rounding.
    private const double SmallestShare = 1e-14;

    private readonly Matrix _directions = new(Math.Min(capacity, width), width);
    private int _count;

    /// <summary>How many coordinates a row has, filled up to whole vectors; all units where that is not more, or nothing is held.</summary>
    public int Width =>
        _count == 0
            ? width
            : Math.Min(width, (_count + FourByFive.Lanes - 1) / FourByFive.Lanes * FourByFive.Lanes);

    private bool IsNarrow => Width < width;

    /// <summary>Forgets all directions.</summary>
    public void Start() => _count = 0;

    /// <summary>Widens it so that it holds some rows.</summary>
    public void Add(MatrixRows rows)
    {
        var rest = new double[width];
        for (int i = 0; i < rows.Rows && _count < _directions.Rows; i++)
        {
            rows.Row(i).CopyTo(rest);
            double rounding = SmallestShare * TensorPrimitives.Norm<double>(rest);
            double length = GramSchmidt.Remove(_directions, .._count, rest);
            if (length > rounding)
                TensorPrimitives.Divide(rest, length, _directions.Row(_count++));
        }
    }

    /// <summary>The coordinates of rows, zeros behind them; of rows beside the span those of their part along it.</summary>
    public Matrix Along(MatrixRows rows)
    {
        var along = new Matrix(rows.Rows, Width);
        if (!IsNarrow)
        {
            rows.Values.CopyTo(along.Values);
            return along;
        }
        Matrix shares = algebra.Product(rows, false, _directions.Slice(.._count), true);
        for (int i = 0; i < rows.Rows; i++)
            shares.Row(i).CopyTo(along.Row(i));
        return along;
    }

    /// <summary>Writes the rows that have some coordinates.</summary>
    public void Restore(Matrix along, MatrixRows rows)
    {
        if (IsNarrow)
            algebra.Multiply(along.SliceColumns(.._count), false, _directions.Slice(.._count), false, rows);
        else
            along.Values.CopyTo(rows.Values);
    }
}
