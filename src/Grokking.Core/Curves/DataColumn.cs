namespace Grokking.Curves;

/// <summary>One column of a <see cref="DataTable"/>.</summary>
/// <param name="Name">Quantity, setting and statistic, e.g. "training-loss[lambda=0.9].mean".</param>
/// <param name="Values">One value a row; null where the quantity does not exist.</param>
public sealed record DataColumn(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>A column whose every value exists.</summary>
    public static DataColumn Of(string name, IEnumerable<double> values) =>
        new(name, [.. values.Select(value => (double?)value)]);
}
