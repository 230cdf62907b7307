using System.Diagnostics;

namespace Grokking.Cli;

/// <summary>
/// A process that this one starts and waits for. It never outlives this one, however that ends: its standard input is a
/// pipe on which nothing is written, and it takes the end of it, which even SIGKILL brings about, for its own.
/// </summary>
public static class ChildProcess
{
    /// <summary>The environment variable that tells a process to end when its standard input does.</summary>
    private const string IsBound = "GROKKING_ENDS_WITH_STDIN";

    /// <summary>What a process left; its standard output if the start information redirects it.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Error);

    /// <summary>Runs a process to its end, which an interruption of this one is too.</summary>
    /// <param name="start">Which one.</param>
    /// <param name="onStarted">Called as soon as it runs.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static Outcome Run(ProcessStartInfo start, Action? onStarted = null)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        start.Environment[IsBound] = "1";
        using Process process = Process.Start(start)!;
        using var interruption = Interruption.OnInterrupt(() => process.Kill(entireProcessTree: true));
        onStarted?.Invoke();
        Task<string> output = start.RedirectStandardOutput
            ? process.StandardOutput.ReadToEndAsync()
            : Task.FromResult("");
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Interruption.PassOn(process.ExitCode);
        return new Outcome(process.ExitCode, output.Result.Trim(), error.Trim());
    }

    /// <summary>If this process was started by <see cref="Run"/>, does something once the other is gone.</summary>
    public static void WhenAlone(Action end)
    {
        if (Environment.GetEnvironmentVariable(IsBound) != "1")
            return;
        Stream input = Console.OpenStandardInput();
        new Thread(() =>
        {
            while (input.ReadByte() >= 0) { }
            end();
        })
        {
            IsBackground = true,
        }.Start();
    }
}
