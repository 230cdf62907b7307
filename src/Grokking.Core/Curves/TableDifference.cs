namespace Grokking.Curves;

/// <summary>One way in which a table is not the expected one.</summary>
/// <param name="Where">A column and a row, counted from 0, or what of the table's shape.</param>
/// <param name="Expected">What should be there; "nothing" if nothing should.</param>
/// <param name="Actual">What is there instead.</param>
/// <param name="Excess">Distance over tolerance, above 1; ∞ where distance has no meaning or nothing is tolerated.</param>
/// <param name="RelativeError">|actual/expected − 1|; null where it has no meaning.</param>
/// <param name="Column">The column's name; null if the table's shape differs.</param>
public sealed record TableDifference(
    string Where,
    string Expected,
    string Actual,
    double Excess,
    double? RelativeError = null,
    string? Column = null
)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Where}: expected {Expected}, found {Actual}"
        + (RelativeError is null ? "" : $", relative error {RelativeError:G3}")
        + (double.IsFinite(Excess) ? $" ({Excess:G3} times the tolerance)" : "");
}
