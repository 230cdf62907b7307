using System.Text.Json;
using Grokking.Claims;
using Grokking.Cli.Provenance;
using Grokking.LinearEstimators.Claims;

namespace Grokking.Cli.Output;

/// <summary>verdicts.json and verdicts.md: what became of every claim, and what is wrong in print.</summary>
public static class Verdicts
{
    /// <summary>
    /// Judges the results of all the profile's studies and writes both files; if a result is missing it says so, and
    /// removes files that would speak of other results.
    /// </summary>
    public static void Write(Run run, OutputFolder folder)
    {
        if (LedgerOf(run, folder) is not { } ledger)
        {
            File.Delete(folder.VerdictsJson);
            File.Delete(folder.VerdictsText);
            string missing = string.Join(", ", FinishedStudy.Missing(run, folder).Select(study => study.Id));
            Console.Error.WriteLine($"verdicts: not given without all results (missing: {missing})");
            return;
        }
        AtomicFile.Write(folder.VerdictsJson, Serialize(ledger, run));
        AtomicFile.Write(folder.VerdictsText, VerdictsText.Of(ledger, run.Profile));
        Console.Error.WriteLine($"verdicts: {folder.VerdictsJson}");
    }

    /// <summary>The ledger of a run; null if one of the profile's studies has no result.</summary>
    public static Ledger? LedgerOf(Run run, OutputFolder folder) =>
        FinishedStudy.Missing(run, folder).Count > 0
            ? null
            : LinearEstimatorsLedger.Of(
                new Findings(
                    [.. run.Profile.Studies.Select(study => FinishedStudy.Of(study, run, folder).Result)],
                    run.CommandFor
                )
            );

    /// <summary>The ledger as JSON: claims and errata, formulas as text and as Typst, and the results they rest on.</summary>
    public static string Serialize(Ledger ledger, Run run) =>
        JsonSerializer.Serialize(
            new
            {
                ledger.Claims,
                Errata = ledger.Errata.Select(erratum => new
                {
                    erratum.Id,
                    erratum.Source,
                    Printed = erratum.Printed.Text,
                    PrintedTypst = erratum.Printed.Typst,
                    Derived = erratum.Derived.Text,
                    DerivedTypst = erratum.Derived.Typst,
                    erratum.Evidence,
                    erratum.Command,
                }),
                Command = run.CommandLine("simulate", []),
                Results = run.Profile.Studies.Select(study => Origin.Of(StudyKey.Of(study, run))),
            },
            Json.Readable
        ) + "\n";
}
