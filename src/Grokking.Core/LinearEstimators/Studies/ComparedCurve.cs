using Grokking.Curves;

namespace Grokking.LinearEstimators.Studies;

/// <summary>One quantity over the epochs, measured over replicas and predicted; every list has a value an epoch.</summary>
/// <param name="OneReplica">Replica 0 alone, the line in a figure.</param>
/// <param name="Mean">Mean over the replicas.</param>
/// <param name="Lower">Lowest of the replicas.</param>
/// <param name="Upper">Highest of the replicas.</param>
/// <param name="Theory">The prediction.</param>
public sealed record ComparedCurve(
    IReadOnlyList<double> OneReplica,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double> Lower,
    IReadOnlyList<double> Upper,
    IReadOnlyList<double> Theory
)
{
    /// <summary>The curve as columns named "quantity[setting].statistic".</summary>
    internal IEnumerable<DataColumn> Columns(string name) =>
        [
            DataColumn.Of($"{name}.replica-0", OneReplica),
            DataColumn.Of($"{name}.mean", Mean),
            DataColumn.Of($"{name}.lower", Lower),
            DataColumn.Of($"{name}.upper", Upper),
            DataColumn.Of($"{name}.theory", Theory),
        ];
}
