using System.CommandLine;
using Grokking.Cli.Output;
using Grokking.Cli.Snapshots;
using Grokking.Cli.Typesetting;
using Grokking.Curves;
using Grokking.Figures;
using Grokking.Figures.Plotting;

namespace Grokking.Cli.Commands;

/// <summary>
/// Compares the numbers behind the figures with those that were verified, tests/Snapshots/&lt;profile&gt;/. What
/// cannot be compared does not pass.
/// </summary>
internal static class CheckCommand
{
    private const int Worst = 10;

    public static Command Create()
    {
        var accept = new Option<string[]>("--accept")
        {
            Description = "Take the new numbers of a figure as verified; repeat it for several.",
            HelpName = "figure-N",
        };
        Command command = RunVerb.Create(
            "check",
            "Compare the numbers with those verified earlier.",
            (run, folder, arguments) => Execute(run, folder, arguments.GetValue(accept) ?? [])
        );
        command.Options.Add(accept);
        return command;
    }

    private static int Execute(Run run, OutputFolder folder, string[] accepted)
    {
        IReadOnlyList<FinishedRecipe> recipes = FinishedRecipe.All(run, folder);
        foreach (string name in accepted)
            if (!recipes.Any(one => one.Recipe.Name == name))
                throw new Failure(
                    $"--accept is '{name}'; allowed: {string.Join(", ", recipes.Select(one => one.Recipe.Name))}"
                );
        Directory.CreateDirectory(folder.Check);
        foreach (string earlier in Directory.EnumerateFiles(folder.Check, "figure-*"))
            File.Delete(earlier);
        string verified = Path.Combine(Typesetter.RepositoryRoot(), "tests", "Snapshots", run.Profile.Name);
        if (!Directory.Exists(verified))
            throw new Failure($"there are no snapshots of profile '{run.Profile.Name}' in '{verified}'");
        var snapshot = new NumericSnapshot(verified, folder.Check);
        bool allPass = true;
        foreach (FinishedRecipe finished in recipes)
            if (accepted.Contains(finished.Recipe.Name))
                Accept(snapshot, finished);
            else
                allPass &= Passes(snapshot, finished, folder);
        return allPass ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static void Accept(NumericSnapshot snapshot, FinishedRecipe finished)
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
        Console.Error.WriteLine($"{finished.Recipe.Name}: accepted");
    }

    private static bool Passes(NumericSnapshot snapshot, FinishedRecipe finished, OutputFolder folder)
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
            $"{finished.Recipe.Name}: {(differences.Count == 0 ? "as verified" : $"{differences.Count} differences")}"
        );
        foreach (
            var (table, difference) in differences.OrderByDescending(one => one.Difference.Excess).Take(Worst)
        )
            Console.Error.WriteLine($"  {finished.Recipe.Name}, panel {table.Panel}, {difference}");
        DrawOverlays(snapshot, finished, differences, folder);
        return differences.Count == 0;
    }

    private static IEnumerable<TableDifference> Differences(
        NumericSnapshot snapshot,
        FinishedRecipe finished,
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
        FinishedRecipe finished,
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

    private static IEnumerable<string> Verified(NumericSnapshot snapshot, FinishedRecipe finished) =>
        snapshot
            .Names.Where(name => name.StartsWith($"{finished.Recipe.Name}.", StringComparison.Ordinal))
            .ToArray();

    private static string Name(FinishedRecipe finished, DataTable table) =>
        $"{finished.Recipe.Name}.{table.Panel}";
}
