using System.Diagnostics;
using System.Text;

namespace Grokking.Cli.Tests;

/// <summary>The command as a user runs it: another process, its streams and its exit code.</summary>
internal static class GrokkingProcess
{
    /// <summary>Far beyond what any run here takes, even on a loaded machine: it ends a test that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The command lies beside the tests, since they refer to its project.</summary>
    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "grokking.dll");

    /// <summary>The command line itself, for those who start it in their own way.</summary>
    public static string[] Line(params IEnumerable<string> arguments) => ["dotnet", Command, .. arguments];

    public static Outcome Run(params string[] arguments) => RunIn([], arguments);

    /// <summary>Runs with some environment variables set.</summary>
    public static Outcome RunIn(
        (string Name, string Value)[] environment,
        params IEnumerable<string> arguments
    )
    {
        using Started started = Start(environment, arguments);
        return started.WaitForExit();
    }

    public static Started Start((string Name, string Value)[] environment, IEnumerable<string> arguments) =>
        Start([], environment, Line(arguments));

    /// <summary>Runs the command as the last words of another one, such as "unshare --net".</summary>
    public static Outcome RunUnder(
        string[] other,
        (string Name, string Value)[] environment,
        params IEnumerable<string> arguments
    )
    {
        using Started started = Start(other, environment, Line(arguments));
        return started.WaitForExit();
    }

    /// <summary>Starts a whole command line.</summary>
    public static Started Start(
        string[] other,
        (string Name, string Value)[] environment,
        IEnumerable<string> command
    )
    {
        // Whoever starts the tests in the background may have had SIGINT ignored, which children inherit.
        string[] undo = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        string[] line = [.. undo, .. other, .. command];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Started(start);
    }

    /// <summary>What a finished process left.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Error)
    {
        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A process under way; disposing it ends it.</summary>
    public sealed class Started : IDisposable
    {
        private readonly Process process;
        private readonly Task<string> output;
        private readonly StringBuilder error = new();
        private readonly TaskCompletionSource errorEnded = new();
        private readonly TaskCompletionSource<string> said = new();
        private string awaited = "\0";

        public Started(ProcessStartInfo start)
        {
            process = Process.Start(start)!;
            output = process.StandardOutput.ReadToEndAsync();
            process.ErrorDataReceived += (_, line) => Hear(line.Data);
            process.BeginErrorReadLine();
        }

        public int Id => process.Id;

        /// <summary>Waits until a line on standard error contains a text.</summary>
        public void WaitUntilItSays(string text)
        {
            lock (error)
            {
                awaited = text;
                if (error.ToString().Contains(text, StringComparison.Ordinal))
                    said.TrySetResult(text);
            }
            Assert.True(said.Task.Wait(Patience), $"it never said '{text}', but: {error}");
        }

        /// <summary>Ends it without warning, as the system does when memory is short, unless it ends first.</summary>
        /// <returns>Whether it was killed.</returns>
        public bool KillAfter(TimeSpan delay)
        {
            if (process.WaitForExit(delay))
                return false;
            process.Kill(entireProcessTree: true);
            WaitForExit();
            return true;
        }

        /// <summary>Ends the process alone, as SIGKILL does; what it started has to notice by itself.</summary>
        public void KillAlone() => process.Kill();

        /// <summary>Waits until it has ended and nothing that it started holds its streams any longer.</summary>
        public Outcome WaitForExit()
        {
            bool inTime = process.WaitForExit(Patience) && Task.WaitAll([output, errorEnded.Task], Patience);
            Assert.True(inTime, "the command did not end in time");
            return new Outcome(process.ExitCode, output.Result, error.ToString());
        }

        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        private void Hear(string? line)
        {
            lock (error)
            {
                if (line is null)
                {
                    errorEnded.TrySetResult();
                    said.TrySetException(new InvalidOperationException($"it ended, having said: {error}"));
                    return;
                }
                error.Append(line).Append('\n');
                if (line.Contains(awaited, StringComparison.Ordinal))
                    said.TrySetResult(line);
            }
        }
    }
}
