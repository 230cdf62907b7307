using System.CommandLine;
using Grokking.Cli.Output;
using Grokking.Cli.Snapshots;
using Grokking.Cli.Typesetting;
using Grokking.Curves;
using Grokking.Figures;
using Grokking.Figures.Plotting;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Commands;

/// <summary>
/// Compares the numbers of all studies, drawn or not, and of the ledger with those that were verified,
/// tests/Snapshots/&lt;profile&gt;/. What cannot be compared does not pass.
/// </summary>
internal static class CheckCommand
{
    private const int Worst = 10;

    public static Command Create()
    {
        var accept = new Option<string[]>("--accept")
        {
            Description =
                "Take the new numbers of a figure, a study or the ledger as verified; repeat it for several.",
            HelpName = "figure-N|study|ledger",
        };
        var snapshots = new Option<string?>("--snapshots")
        {
            Description = "Where the verified numbers lie, a folder a profile; tests/Snapshots if absent.",
            HelpName = "folder",
        };
        Command command = RunVerb.Create(
            "check",
            "Compare the numbers with those verified earlier.",
            (run, folder, arguments) =>
                Execute(
                    run,
                    folder,
                    arguments.GetValue(snapshots)
                        ?? Path.Combine(Typesetter.RepositoryRoot(), "tests", "Snapshots"),
                    arguments.GetValue(accept) ?? []
                )
        );
        command.Options.Add(accept);
        command.Options.Add(snapshots);
        return command;
    }

    private static int Execute(Run run, OutputFolder folder, string snapshots, string[] accepted)
    {
        CheckedTables[] all = [.. Checked(run, folder, accepted)];
        string[] allowed =
        [
            .. all.SelectMany(one => new[] { one.Name, one.OtherName }).Append(LedgerTables.Name).Distinct(),
        ];
        if (accepted.FirstOrDefault(name => !allowed.Contains(name)) is { } unknown)
            throw new Failure($"--accept is '{unknown}'; allowed: {string.Join(", ", allowed)}");
        Directory.CreateDirectory(folder.Check);
        foreach (CheckedTables one in all)
        foreach (string earlier in Directory.EnumerateFiles(folder.Check, $"{one.Name}.*"))
            File.Delete(earlier);
        string verified = Path.Combine(snapshots, run.Profile.Name);
        if (!Directory.Exists(verified))
            throw new Failure($"there are no snapshots of profile '{run.Profile.Name}' in '{verified}'");
        var snapshot = new NumericSnapshot(verified, folder.Check);
        bool allPass = true;
        foreach (CheckedTables one in all)
            if (one.IsAmong(accepted))
            {
                one.Accept(snapshot);
                Console.Error.WriteLine($"{one.Name}: accepted");
            }
            else
                allPass &= Passes(snapshot, one, folder);
        return allPass ? ExitCode.Success : ExitCode.CheckFailed;
    }

    /// <summary>The studies that were asked for, and the ledger where all of them were or where it is to be accepted.</summary>
    private static IEnumerable<CheckedTables> Checked(Run run, OutputFolder folder, string[] accepted)
    {
        foreach (IStudy study in run.Studies)
            yield return CheckedTables.Of(FinishedStudy.Of(study, run, folder));
        if (run.Selection.Count == 0 || accepted.Contains(LedgerTables.Name))
            yield return CheckedTables.Of(
                Verdicts.LedgerOf(run, folder)
                    ?? throw new Failure(
                        "the ledger takes the results of all studies; run `grokking simulate` first"
                    )
            );
    }

    private static bool Passes(NumericSnapshot snapshot, CheckedTables one, OutputFolder folder)
    {
        IReadOnlyList<(DataTable Table, TableDifference Difference)> differences = one.Differences(snapshot);
        Console.Error.WriteLine(
            $"{one.Name}: {(differences.Count == 0 ? "as verified" : $"{differences.Count} differences")}"
        );
        foreach (
            var (table, difference) in differences
                .OrderByDescending(pair => pair.Difference.Excess)
                .Take(Worst)
        )
            Console.Error.WriteLine($"  {one.Name}, panel {table.Panel}, {difference}");
        DrawOverlays(snapshot, one, differences, folder);
        return differences.Count == 0;
    }

    /// <summary>Old over new, for tables whose rows are places on an axis.</summary>
    private static void DrawOverlays(
        NumericSnapshot snapshot,
        CheckedTables one,
        IReadOnlyList<(DataTable Table, TableDifference Difference)> differences,
        OutputFolder folder
    )
    {
        List<string> drawn = [];
        foreach (
            var (table, difference) in differences
                .Where(pair => pair.Table.RowNames is null)
                .DistinctBy(pair => (pair.Table.Panel, pair.Difference.Column))
        )
            if (
                difference.Column is string column
                && snapshot.Verified(one.FileOf(table)) is DataTable before
            )
            {
                string path = Path.Combine(folder.Check, $"{one.FileOf(table)}.{drawn.Count + 1}.svg");
                AtomicFile.Write(
                    path,
                    SvgExporter.Export(OverlayFigure.Draw(before, NumericSnapshot.Thinned(table), column))
                );
                drawn.Add(path);
                if (drawn.Count == Worst)
                    break;
            }
        if (drawn.Count > 0)
            Typesetter.Run(["figures", .. drawn]);
    }
}
