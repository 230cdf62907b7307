using System.CommandLine;
using Grokking.Cli.Output;
using Grokking.Cli.Snapshots;
using Grokking.Cli.Typesetting;
using Grokking.Curves;
using Grokking.Figures;
using Grokking.Figures.Plotting;

namespace Grokking.Cli.Commands;

/// <summary>
/// Compares the numbers of all studies, drawn or not, with those that were verified, tests/Snapshots/&lt;profile&gt;/.
/// What cannot be compared does not pass.
/// </summary>
internal static class CheckCommand
{
    private const int Worst = 10;

    public static Command Create()
    {
        var accept = new Option<string[]>("--accept")
        {
            Description = "Take the new numbers of a figure or a study as verified; repeat it for several.",
            HelpName = "figure-N|study",
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
        FinishedStudy[] studies = [.. run.Studies.Select(study => FinishedStudy.Of(study, run, folder))];
        string[] allowed = [.. studies.SelectMany(one => new[] { Name(one), one.Study.Id }).Distinct()];
        if (accepted.FirstOrDefault(name => !allowed.Contains(name)) is { } unknown)
            throw new Failure($"--accept is '{unknown}'; allowed: {string.Join(", ", allowed)}");
        Directory.CreateDirectory(folder.Check);
        foreach (string name in studies.Select(Name))
        foreach (string earlier in Directory.EnumerateFiles(folder.Check, $"{name}.*"))
            File.Delete(earlier);
        string verified = Path.Combine(snapshots, run.Profile.Name);
        if (!Directory.Exists(verified))
            throw new Failure($"there are no snapshots of profile '{run.Profile.Name}' in '{verified}'");
        var snapshot = new NumericSnapshot(verified, folder.Check);
        bool allPass = true;
        foreach (FinishedStudy finished in studies)
            if (accepted.Contains(Name(finished)) || accepted.Contains(finished.Study.Id))
                Accept(snapshot, finished);
            else
                allPass &= Passes(snapshot, finished, folder);
        return allPass ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static void Accept(NumericSnapshot snapshot, FinishedStudy finished)
    {
        HashSet<string> current = [];
        foreach (DataTable table in finished.Result.Tables())
        {
            string name = Name(finished, table);
            snapshot.Accept(name, table);
            current.Add(name);
        }
        foreach (string gone in Verified(snapshot, finished).Where(name => !current.Contains(name)))
            snapshot.Remove(gone);
        Console.Error.WriteLine($"{Name(finished)}: accepted");
    }

    private static bool Passes(NumericSnapshot snapshot, FinishedStudy finished, OutputFolder folder)
    {
        List<(DataTable Table, TableDifference Difference)> differences = [];
        HashSet<string> current = [];
        foreach (DataTable table in finished.Result.Tables())
        {
            current.Add(Name(finished, table));
            differences.AddRange(Differences(snapshot, finished, table).Select(one => (table, one)));
        }
        foreach (string gone in Verified(snapshot, finished).Where(name => !current.Contains(name)))
            differences.Add(
                (
                    new DataTable(gone, []),
                    new TableDifference(gone, "a table", "none", double.PositiveInfinity)
                )
            );
        Console.Error.WriteLine(
            $"{Name(finished)}: {(differences.Count == 0 ? "as verified" : $"{differences.Count} differences")}"
        );
        foreach (
            var (table, difference) in differences.OrderByDescending(one => one.Difference.Excess).Take(Worst)
        )
            Console.Error.WriteLine($"  {Name(finished)}, panel {table.Panel}, {difference}");
        DrawOverlays(snapshot, finished, differences, folder);
        return differences.Count == 0;
    }

    private static IEnumerable<TableDifference> Differences(
        NumericSnapshot snapshot,
        FinishedStudy finished,
        DataTable table
    )
    {
        string name = Name(finished, table);
        try
        {
            return snapshot.Differences(name, table);
        }
        catch (FormatException damage)
        {
            return [new TableDifference(name, "a snapshot", damage.Message, double.PositiveInfinity)];
        }
    }

    private static void DrawOverlays(
        NumericSnapshot snapshot,
        FinishedStudy finished,
        List<(DataTable Table, TableDifference Difference)> differences,
        OutputFolder folder
    )
    {
        List<string> drawn = [];
        foreach (
            var (table, difference) in differences.DistinctBy(one => (one.Table.Panel, one.Difference.Column))
        )
            if (
                difference.Column is string column
                && snapshot.Verified(Name(finished, table)) is DataTable before
            )
            {
                string path = Path.Combine(folder.Check, $"{Name(finished, table)}.{drawn.Count + 1}.svg");
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

    private static IEnumerable<string> Verified(NumericSnapshot snapshot, FinishedStudy finished) =>
        snapshot
            .Names.Where(name => name.StartsWith($"{Name(finished)}.", StringComparison.Ordinal))
            .ToArray();

    private static string Name(FinishedStudy finished, DataTable table) => $"{Name(finished)}.{table.Panel}";

    private static string Name(FinishedStudy finished) => Recipe.NameOf(finished.Study);
}
