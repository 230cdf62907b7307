using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Grokking.LinearAlgebra;

/// <summary>
/// ‖x‖ of rows x of matrices that never change, such as samples: computed once as long as the matrix lives, however many
/// experiments it serves.
/// </summary>
internal static class RowNorms
{
    private static readonly ConditionalWeakTable<Matrix, Lazy<double[]>> Known = [];

    /// <summary>One number a row.</summary>
    public static ReadOnlySpan<double> Of(MatrixRows rows) =>
        Known
            .GetValue(
                rows.Matrix,
                all =>
                    new(() =>
                        [
                            .. Enumerable
                                .Range(0, all.Rows)
                                .Select(i => TensorPrimitives.Norm<double>(all.Row(i))),
                        ]
                    )
            )
            .Value.AsSpan(rows.Offset / rows.Columns, rows.Rows);
}
