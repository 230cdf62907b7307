using System.Diagnostics;

namespace Grokking.Benchmarks.Targets;

/// <summary>A process from its start to its end, as whoever waits for it feels it.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakBytes">The largest resident memory, looked at every few milliseconds.</param>
internal sealed record ChildProcess(double Seconds, long PeakBytes)
{
    /// <summary>Runs a program and throws its output away.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static ChildProcess Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        long begun = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        long peak = 0;
        do peak = Math.Max(peak, Peak(process));
        while (!process.WaitForExit(20));
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Task.WaitAll(output, error);
        return process.ExitCode == 0
            ? new(seconds, peak)
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: "
                    + $"{output.Result}{error.Result}"
            );
    }

    /// <summary>VmHWM on Linux; 0 if it has just ended.</summary>
    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
