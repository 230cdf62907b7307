using System.CommandLine;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;
using Grokking.Cli.Reproducibility;

namespace Grokking.Cli.Commands;

/// <summary>Finds out by running what locale, time zone, threads, order and linear algebra change: see <see cref="Ladder"/>.</summary>
internal static class VaryCommand
{
    public static Command Create() =>
        RunVerb.Create(
            "vary",
            "Run again with other locales, threads, orders and linear algebra; say what stays the same.",
            (run, folder, _) =>
            {
                IReadOnlyList<Rung> rungs = Ladder.Climb(run, folder);
                AtomicFile.Write(
                    Path.Combine(folder.Root, "reproducibility.json"),
                    Ladder.Serialize(run, Commit.Current(), rungs)
                );
                return rungs.All(rung => rung.IsKept) ? ExitCode.Success : ExitCode.CheckFailed;
            }
        );
}
