using System.CommandLine;
using System.Diagnostics;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;

namespace Grokking.Cli.Commands;

/// <summary>A verb that works on the output folder: options in, folder held, run recorded, manifest renewed.</summary>
internal static class RunVerb
{
    public static Command Create(string name, string description, Action<Run, OutputFolder> execute) =>
        Create(
            name,
            description,
            (run, folder, _) =>
            {
                execute(run, folder);
                return ExitCode.Success;
            }
        );

    public static Command Create(
        string name,
        string description,
        Func<Run, OutputFolder, ParseResult, int> execute
    )
    {
        var command = new Command(name, description);
        var options = new RunOptions();
        options.AddTo(command);
        command.SetAction(arguments =>
        {
            Run run = options.Read(arguments);
            int exitCode = ExitCode.Success;
            OutputFolder.Use(
                run.Output,
                () => Console.Error.WriteLine($"waiting for another run in '{run.Output}' to end"),
                folder =>
                {
                    DateTimeOffset started = DateTimeOffset.UtcNow;
                    var watch = Stopwatch.StartNew();
                    exitCode = execute(run, folder, arguments);
                    RunRecord.Write(folder, run, name, started, watch.Elapsed);
                    ResearchCrate.Write(folder, run);
                    Manifest.Write(folder);
                }
            );
            return exitCode;
        });
        return command;
    }
}
