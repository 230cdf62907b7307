using Grokking.LinearAlgebra;

namespace Grokking.LinearEstimators.Simulation;

/// <summary>A row of numbers for each epoch, by a product only where it does not follow from earlier ones.</summary>
/// <param name="span">Says which follow; null if none do.</param>
/// <param name="byProduct">The rows of some epochs, in their order, the costly way.</param>
/// <param name="algebra">Combines rows.</param>
internal sealed class SpannedRows(
    EpochSpan? span,
    Func<IReadOnlyList<long>, Matrix> byProduct,
    ILinearAlgebra algebra
)
{
    private Matrix? _anchors;

    /// <summary>Chooses the anchors for epochs that will be asked for: among many at once it chooses well.</summary>
    public void Expect(IReadOnlyList<long> epochs)
    {
        if (span?.Extend(epochs) is not { Count: > 0 } added)
            return;
        Matrix rows = byProduct(added);
        _anchors = _anchors is null
            ? rows
            : new(_anchors.Rows + rows.Rows, rows.Columns, [.. _anchors.Values, .. rows.Values]);
    }

    /// <summary>The rows of the epochs, in their order.</summary>
    public Matrix At(IReadOnlyList<long> epochs)
    {
        Expect(epochs);
        if (span is null || _anchors is null)
            return byProduct(epochs);
        var coefficients = new Matrix(epochs.Count, _anchors.Rows);
        List<int> apart = [];
        for (int i = 0; i < epochs.Count; i++)
        {
            if (span.Coefficients(epochs[i]) is { } row)
                row.CopyTo(coefficients.Row(i));
            else
                apart.Add(i);
        }
        Matrix rows = algebra.Product(coefficients, false, _anchors, false);
        if (apart.Count == 0)
            return rows;
        Matrix others = byProduct([.. apart.Select(i => epochs[i])]);
        for (int i = 0; i < apart.Count; i++)
            others.Row(i).CopyTo(rows.Row(apart[i]));
        return rows;
    }
}
