using System.Text.Json;
using Grokking.Claims;
using Grokking.Cli.Output;
using Grokking.Cli.Provenance;
using Grokking.Cli.Report;
using Grokking.Cli.Terminal;
using Grokking.Cli.Typesetting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Commands;

/// <summary>Typesets report.pdf from results and figures, neither of which it makes.</summary>
internal static class ReportCommand
{
    public static void Execute(Run run, OutputFolder folder)
    {
        IReadOnlyList<FinishedRecipe> recipes = FinishedRecipe.All(run, folder);
        var drawn = DrawnFigures.Read(folder);
        foreach (FinishedRecipe finished in recipes)
        {
            RequireCurrentFigure(folder, drawn, finished);
            RequireCurrentData(folder, finished);
        }
        Ledger? ledger = RequireCurrentVerdicts(run, folder);
        IReadOnlyList<NumberedSetting> numbers = ReportNumbers.Of(recipes);
        var commit = Commit.Current();
        AtomicFile.Write(folder.Numbers, ReportNumbers.Serialize(numbers, recipes));
        AtomicFile.Write(
            Path.Combine(folder.Data, "report.json"),
            JsonSerializer.Serialize(
                ReportData.Of(
                    run,
                    recipes,
                    numbers,
                    [.. Judged(run, recipes, ledger).Select(study => Origin.Of(StudyKey.Of(study, run)))],
                    ExtraTables.Read(folder, commit),
                    commit,
                    hasVerdicts: ledger is not null
                ),
                Json.Readable
            ) + "\n"
        );
        Console.Error.WriteLine(
            $"report: {folder.Report}{(Typeset(run, folder, recipes, ledger) ? "" : " is up to date")}"
        );
        if (ledger is not null)
            VerdictTable.Print(ledger, run.Profile.Caveat);
    }

    /// <summary>Makes report.pdf, unless it is there as it was made of the files that it would be made of now.</summary>
    /// <returns>Whether it did.</returns>
    private static bool Typeset(
        Run run,
        OutputFolder folder,
        IReadOnlyList<FinishedRecipe> recipes,
        Ledger? ledger
    )
    {
        IEnumerable<string> read =
        [
            "data/report.json",
            .. ledger is null ? Array.Empty<string>() : ["verdicts.json"],
            .. recipes.Select(finished => $"figures/{finished.Recipe.Name}.svg"),
        ];
        var report = new TypesetReport(folder, ReportTemplate.Version(), read);
        bool isToDo = run.Force || !report.IsUpToDate;
        if (isToDo)
            ReportTemplate.Typeset(folder);
        report.Write();
        return isToDo;
    }

    /// <summary>The studies that the report rests on: all of them if it holds verdicts, else those of its figures.</summary>
    private static IEnumerable<IStudy> Judged(
        Run run,
        IReadOnlyList<FinishedRecipe> recipes,
        Ledger? ledger
    ) => ledger is null ? recipes.Select(one => one.Recipe.Study) : run.Profile.Studies;

    /// <summary>Nor must verdicts on other results than those at hand; without all results there are none.</summary>
    private static Ledger? RequireCurrentVerdicts(Run run, OutputFolder folder)
    {
        Ledger? ledger = Verdicts.LedgerOf(run, folder);
        if (ledger is not null && PlainFile.Text(folder.VerdictsJson) != Verdicts.Serialize(ledger, run))
            throw new Failure(
                $"'{folder.VerdictsJson}' does not judge the current results; run `grokking simulate` first"
            );
        return ledger;
    }

    /// <summary>A figure that no longer shows the current result must not slip into the report.</summary>
    private static void RequireCurrentFigure(OutputFolder folder, DrawnFigures drawn, FinishedRecipe finished)
    {
        if (!drawn.Shows(finished))
            throw new Failure(
                $"'{folder.Figure(finished.Recipe.Name, "svg")}' is not known to show the current result; run `grokking draw` first"
            );
    }

    /// <summary>Nor may the report point to data that hold another result.</summary>
    private static void RequireCurrentData(OutputFolder folder, FinishedRecipe finished)
    {
        string path = Path.Combine(folder.Data, $"{finished.Recipe.Name}.json");
        if (PlainFile.Text(path) != PublishedData.Text(finished.Key, finished.Json, finished.Recipe.Name))
            throw new Failure($"'{path}' does not hold the current result; run `grokking simulate` first");
    }
}
