namespace Grokking.Curves;

/// <summary>
/// The same curve from several replicas, as a figure shows it: one of them as the line, all of them as a band.
/// </summary>
/// <remarks>
/// The band runs from the smallest to the largest value: with about ten replicas quantiles would be
/// interpolations between the outermost two, while "all replicas lie in the band" is a plain statement.
/// </remarks>
/// <param name="Grid">The epochs, common to all replicas.</param>
/// <param name="Line">The first replica.</param>
/// <param name="Mean">The mean over replicas, per epoch.</param>
/// <param name="Lower">The smallest value, per epoch.</param>
/// <param name="Upper">The largest value, per epoch.</param>
public sealed record Ensemble(
    TimeGrid Grid,
    IReadOnlyList<double> Line,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double> Lower,
    IReadOnlyList<double> Upper
)
{
    /// <summary>Gathers one curve of every replica.</summary>
    /// <param name="replicas">In the order of their numbers; at least one, all on the same epochs.</param>
    /// <param name="curve">Which curve, for example <c>curves => curves.TrainingLoss</c>.</param>
    /// <exception cref="ArgumentException">There is no replica, or their epochs differ.</exception>
    public static Ensemble Of(
        IReadOnlyList<LearningCurves> replicas,
        Func<LearningCurves, IReadOnlyList<double>> curve
    )
    {
        if (replicas.Count == 0)
            throw new ArgumentException("An ensemble needs a replica", nameof(replicas));
        var grid = replicas[0].Grid;
        if (replicas.Any(replica => !replica.Grid.Epochs.SequenceEqual(grid.Epochs)))
            throw new ArgumentException("The replicas are recorded at different epochs", nameof(replicas));
        double[][] atEpoch =
        [
            .. Enumerable
                .Range(0, grid.Epochs.Count)
                .Select(i => replicas.Select(replica => curve(replica)[i]).ToArray()),
        ];
        return new(
            grid,
            curve(replicas[0]),
            [.. atEpoch.Select(values => SampleSummary.Of(values).Mean)],
            [.. atEpoch.Select(values => values.Min())],
            [.. atEpoch.Select(values => values.Max())]
        );
    }
}
