namespace Grokking.Cli;

/// <summary>
/// Something the user can mend, said in one line. The command ends with exit code 2 and without a stack trace.
/// </summary>
public sealed class Failure(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Replicas that run side by side all fail alike, and the first speaks for them.</summary>
    public static Exception First(Exception problem) =>
        (problem as AggregateException)?.InnerException ?? problem;
}
