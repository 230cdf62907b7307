namespace Grokking.LinearEstimators.Studies;

/// <summary>A study with the experiments that it waits for.</summary>
internal sealed class PlannedStudy(IStudy study, Series[] series)
{
    private int _missing = series.Sum(one => one.Results.Length);

    public IStudy Study { get; } = study;

    /// <summary>Counts a result that has come; true for the last.</summary>
    public bool HasOneMore() => Interlocked.Decrement(ref _missing) == 0;

    /// <summary>What was measured for it.</summary>
    public Measurements Measured() => new(series);
}
