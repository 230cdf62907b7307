using System.CommandLine;
using Grokking.Cli.Output;

namespace Grokking.Cli.Commands;

/// <summary>Re-checks an output folder by itself, without changing anything in it.</summary>
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
            IReadOnlyList<string> problems = Problems(path);
            foreach (string problem in problems)
                Console.Error.WriteLine(problem);
            Console.Error.WriteLine(problems.Count == 0 ? "all is well" : $"{problems.Count} problems");
            return problems.Count == 0 ? ExitCode.Success : ExitCode.CheckFailed;
        });
        return command;
    }

    private static IReadOnlyList<string> Problems(string path)
    {
        try
        {
            return Verification.Problems(OutputFolder.At(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"--output is '{path}'; it cannot be read: {problem.Message}", problem);
        }
    }
}
