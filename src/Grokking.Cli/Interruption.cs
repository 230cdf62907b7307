using System.Runtime.InteropServices;
using Grokking.Cli.Output;

namespace Grokking.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and the end of whoever started it end the command at once, with exit code 130 and no partial file
/// left.
/// </summary>
public static class Interruption
{
    private static readonly Lock Turn = new();
    private static readonly List<Action> CleanUps = [];

    /// <summary>Watches for interruption until the result is disposed.</summary>
    public static IDisposable Watch()
    {
        PosixSignalRegistration[] signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, End),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, End),
        ];
        ChildProcess.WhenAlone(End);
        return new OnDispose(() => Array.ForEach(signals, signal => signal.Dispose()));
    }

    /// <summary>Adds something to undo if the command is interrupted before the result is disposed.</summary>
    public static IDisposable OnInterrupt(Action cleanUp)
    {
        lock (Turn)
            CleanUps.Add(cleanUp);
        return new OnDispose(() =>
        {
            lock (Turn)
                CleanUps.Remove(cleanUp);
        });
    }

    /// <summary>
    /// Ends the command if a process that it started was ended by SIGINT or SIGTERM: a terminal sends Ctrl-C to both, and
    /// the other's death must not be reported as its failure.
    /// </summary>
    /// <param name="exitCode">The other's, which for a signal is 128 and the signal's number.</param>
    public static void PassOn(int exitCode)
    {
        if (exitCode is 128 + 2 or 128 + 15)
            End();
    }

    private static void End(PosixSignalContext context)
    {
        context.Cancel = true;
        End();
    }

    private static void End()
    {
        AtomicFile.Close();
        Turn.Enter(); // for good: work that fails because it is undone here waits for the end instead of reporting it
        foreach (Action cleanUp in Enumerable.Reverse(CleanUps))
            cleanUp();
        Environment.Exit(ExitCode.Interrupted);
    }

    private sealed class OnDispose(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
