using System.CommandLine;
using Grokking.Cli;
using Grokking.Cli.Commands;
using Grokking.Cli.Terminal;
using Grokking.LinearEstimators.Simulation;
using Grokking.Numerics;

StandardError.Forgive();
using IDisposable interruption = Interruption.Watch();
var root = new RootCommand(
    "Regenerates, tests and judges Levi, Beck & Bar-Sinai, \"Grokking in Linear Estimators\" (ICLR 2024)."
);
root.Subcommands.Add(
    RunVerb.Create(
        "simulate",
        "Run the studies that are not up to date and write their numbers.",
        SimulateCommand.Execute
    )
);
root.Subcommands.Add(RunVerb.Create("draw", "Draw the figures from simulated results.", DrawCommand.Execute));
root.Subcommands.Add(
    RunVerb.Create("report", "Typeset the report from results and figures.", ReportCommand.Execute)
);
root.Subcommands.Add(JudgeCommand.Create());
root.Subcommands.Add(CheckCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(VaryCommand.Create());
root.Subcommands.Add(PredictCommand.Create());

// An argument that begins with '@' is not the name of a file whose content would be read as arguments.
var parser = new ParserConfiguration { ResponseFileTokenReplacer = null };
try
{
    ParseResult arguments = root.Parse(args, parser);
    if (arguments.Errors.Count > 0)
        throw new Failure(Refusal.Of(arguments));
    return arguments.Invoke(
        new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }
    );
}
catch (Failure failure)
{
    Say(failure.Message);
    return ExitCode.CouldNotRun;
}
catch (LedgerFailure failure)
{
    Say(failure.Message);
    return ExitCode.CheckFailed;
}
catch (Exception problem) when (Failure.First(problem) is IOException or UnauthorizedAccessException)
{
    Say(Failure.First(problem).Message); // the system's words name the file
    return ExitCode.CouldNotRun;
}
catch (Exception bug) // nobody foresaw it, but a user is told in one line all the same
{
    Exception first = Failure.First(bug);
    Say(
        first is RungeKuttaException or DivergenceException
            ? $"a two-layer network could not be trained to its last epoch: {first.Message}"
            : $"unexpected {first.GetType().Name}: {first.Message}; please report it"
    );
    return ExitCode.CouldNotRun;
}

static void Say(string message) => Console.Error.WriteLine(message.ReplaceLineEndings(" "));
