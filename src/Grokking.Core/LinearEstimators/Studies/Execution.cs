namespace Grokking.LinearEstimators.Studies;

/// <summary>How to run, as opposed to what: nothing in here changes a result.</summary>
public sealed record Execution
{
    /// <summary>Threads to use; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public required int Threads
    {
        get;
        init => field = Require.InClosed(value, 1, 1024);
    }

    /// <summary>Called, possibly from several threads at once, with (units done, units in all).</summary>
    public Action<int, int> Progress { get; init; } = (_, _) => { };

    /// <summary>The same as options of a parallel loop; loops within loops share the threads.</summary>
    internal ParallelOptions Parallel =>
        field ??= new()
        {
            MaxDegreeOfParallelism = Threads,
            TaskScheduler = new ConcurrentExclusiveSchedulerPair(
                TaskScheduler.Default,
                Threads
            ).ConcurrentScheduler,
        };
}
