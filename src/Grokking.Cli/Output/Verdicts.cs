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
            Console.Error.WriteLine($"verdicts.json: not written without all results (missing: {missing})");
            return;
        }
        AtomicFile.Write(folder.VerdictsJson, Serialize(ledger, run));
        AtomicFile.Write(folder.VerdictsText, VerdictsText.Of(ledger, run.Profile.Caveat));
        Console.Error.WriteLine($"verdicts: {folder.VerdictsJson}");
    }

    /// <summary>The ledger of a run; null if one of the profile's studies has no result.</summary>
    /// <exception cref="LedgerFailure">It does not add up.</exception>
    public static Ledger? LedgerOf(Run run, OutputFolder folder) =>
        FinishedStudy.Missing(run, folder).Count > 0
            ? null
            : LedgerFailure.Watch(() =>
                LinearEstimatorsLedger.Of(FindingsOf(run with { Studies = run.Profile.Studies }, folder))
            );

    /// <summary>The results of a run's studies, for the ledger.</summary>
    /// <exception cref="Failure">A result is missing or damaged.</exception>
    public static Findings FindingsOf(Run run, OutputFolder folder) =>
        new(
            [.. run.Studies.Select(study => FinishedStudy.Of(study, run, folder).Result)],
            run.Profile.Studies,
            run.CommandFor
        );

    /// <summary>
    /// The ledger as JSON: claims, errata and the formulas that were checked, equations as text and as Typst; with the
    /// caveat of the profile, the figures that show what an entry rests on, and the results that all rest on.
    /// </summary>
    public static string Serialize(Ledger ledger, Run run) =>
        JsonSerializer.Serialize(
            new
            {
                run.Profile.Caveat,
                Claims = ledger.Claims.Select(claim => new
                {
                    claim.Id,
                    claim.Source,
                    claim.Statement,
                    claim.Quantity,
                    claim.Predicted,
                    claim.Measured,
                    claim.Uncertainty,
                    claim.Evidence,
                    claim.Tolerance,
                    claim.Reason,
                    claim.Verdict,
                    claim.Command,
                    claim.Studies,
                    Figures = VerdictsFigures.Of(claim.Id, claim.Studies, run),
                    claim.Related,
                }),
                Errata = ledger.Errata.Select(erratum => new
                {
                    erratum.Id,
                    erratum.Source,
                    Printed = erratum.Printed.Text,
                    PrintedTypst = erratum.Printed.Typst,
                    Derived = erratum.Derived.Text,
                    DerivedTypst = erratum.Derived.Typst,
                    erratum.Decision,
                    Evidence = erratum.Evidence.ToDictionary(one => one.Key, one => one.Value.Value),
                    EvidenceUncertainty = erratum.Evidence.ToDictionary(
                        one => one.Key,
                        one => one.Value.Uncertainty
                    ),
                    erratum.Derivation,
                    erratum.Command,
                    erratum.Studies,
                    Figures = VerdictsFigures.Of(erratum.Id, erratum.Studies, run),
                    erratum.Related,
                }),
                Formulas = ledger.Formulas.Select(formula => new
                {
                    formula.Equation,
                    Printed = formula.Printed.Text,
                    PrintedTypst = formula.Printed.Typst,
                    formula.Quantity,
                    formula.Domain,
                    formula.Deviation,
                    formula.Within,
                    Tolerance = formula.Tolerance.Width,
                    formula.Tolerance.Reason,
                    Standing = VerdictsText.Name(formula.Standing),
                    formula.Related,
                }),
                Command = run.CommandLine("simulate", []),
                Results = run.Profile.Studies.Select(study => Origin.Of(StudyKey.Of(study, run))),
            },
            Json.Readable
        ) + "\n";
}
