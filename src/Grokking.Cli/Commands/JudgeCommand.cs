using System.CommandLine;
using Grokking.Claims;
using Grokking.Cli.Output;
using Grokking.Cli.Terminal;
using Grokking.LinearEstimators.Claims;

namespace Grokking.Cli.Commands;

/// <summary>
/// Judges entries of the ledger: runs or reuses the studies that they rest on, and nothing else. What is published in
/// the folder stays as it is.
/// </summary>
internal static class JudgeCommand
{
    public static Command Create() =>
        RunVerb.Create(
            "judge",
            "Run or reuse just the studies that claims and errata rest on, and say what becomes of these.",
            (run, folder, _) =>
            {
                SimulateCommand.BringUpToDate(run, folder);
                Print(run, Verdicts.FindingsOf(run, folder));
                return ExitCode.Success;
            },
            new RunOptions(byEntry: true)
        );

    private static void Print(Run run, Findings findings)
    {
        foreach (
            Claim claim in LedgerFailure.Watch(() => LinearEstimatorsLedger.Claims(run.Entries, findings))
        )
            Console.WriteLine(EntryText.Of(claim));
        foreach (
            Erratum erratum in LedgerFailure.Watch(() => LinearEstimatorsLedger.Errata(run.Entries, findings))
        )
            Console.WriteLine(EntryText.Of(erratum));
        if (run.Profile.Caveat is { } caveat)
            Console.WriteLine($"Warning: {caveat}.");
    }
}
