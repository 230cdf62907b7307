using System.Reflection;

namespace Grokking.Cli.Tests.Faults;

/// <summary>
/// The command in this process, for tests that run it hundreds of times. The console belongs to the process, so no
/// other test may run meanwhile.
/// </summary>
[CollectionDefinition(nameof(OwnConsole), DisableParallelization = true)]
public sealed class OwnConsole
{
    internal static GrokkingProcess.Outcome Run(string[] arguments)
    {
        MethodInfo main = typeof(Failure).Assembly.EntryPoint!;
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using var said = new StringWriter { NewLine = "\n" };
        using var complained = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(said);
            Console.SetError(complained);
            Spectre.Console.AnsiConsole.Console = Spectre.Console.AnsiConsole.Create(
                new Spectre.Console.AnsiConsoleSettings { Out = new Spectre.Console.AnsiConsoleOutput(said) }
            );
            int exitCode = (int)main.Invoke(null, [arguments])!;
            return new GrokkingProcess.Outcome(exitCode, said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
