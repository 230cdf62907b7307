namespace Grokking.Cli;

/// <summary>The exit codes of <c>grokking</c>, the same for every verb.</summary>
public static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Success = 0;

    /// <summary>It ran, and a check failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>It could not run: a bad argument, a missing tool, an unwritable folder.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Interrupted by the user, as shells report it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
