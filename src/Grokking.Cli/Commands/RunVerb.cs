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
        Func<Run, OutputFolder, ParseResult, int> execute,
        RunOptions? otherOptions = null
    )
    {
        var command = new Command(name, description);
        RunOptions options = otherOptions ?? new RunOptions();
        options.AddTo(command);
        command.SetAction(arguments =>
        {
            Run run = options.Read(arguments);
            int exitCode = ExitCode.Success;
            OutputFolder.Use(
                run.Output,
                () => Console.Error.WriteLine($"waiting for another run in '{run.Output}' to end"),
                folder => exitCode = Execute(name, run, folder, () => execute(run, folder, arguments))
            );
            return exitCode;
        });
        return command;
    }

    private static int Execute(string name, Run run, OutputFolder folder, Func<int> execute)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        string before = Manifest.Of(folder);
        int exitCode;
        try
        {
            exitCode = execute();
        }
        catch (Exception) when (Manifest.Of(folder) != before)
        {
            Describe(folder); // what a verb published before it failed is published
            throw;
        }
        RunRecord.Write(folder, run, name, started, watch.Elapsed);
        Describe(folder);
        return exitCode;
    }

    private static void Describe(OutputFolder folder)
    {
        ResearchCrate.Write(folder);
        Manifest.Write(folder);
    }
}
