using System.CommandLine;
using Grokking.Cli.Output;

namespace Grokking.Cli.Commands;

/// <summary>Re-checks an output folder by itself: hashes, completeness, the arithmetic of the ledger.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Option<string> output = RunOptions.OutputOption();
        var command = new Command("verify", "Re-check hashes, completeness and ledger of an output folder.")
        {
            output,
        };
        command.SetAction(arguments =>
        {
            string path = arguments.GetValue(output)!;
            if (!Directory.Exists(path))
                throw new Failure($"--output is '{path}'; allowed: a folder that exists");
            IReadOnlyList<string> problems = [];
            OutputFolder.Use(
                path,
                () => Console.Error.WriteLine($"waiting for another run in '{path}' to end"),
                folder => problems = Verification.Problems(folder)
            );
            foreach (string problem in problems)
                Console.Error.WriteLine(problem);
            Console.Error.WriteLine(problems.Count == 0 ? "all is well" : $"{problems.Count} problems");
            return problems.Count == 0 ? ExitCode.Success : ExitCode.CheckFailed;
        });
        return command;
    }
}
